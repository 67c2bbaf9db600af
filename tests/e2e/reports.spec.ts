import { freshWord } from "../fixtures/fresh-word.ts";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { openDraft } from "./setup/deck.ts";
import { newEducator, newStaff } from "./setup/people.ts";
import { passGate } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft, publish } from "./setup/universes.ts";

test("an adult reports a universe, an admin hides it, its owner objects and reads the answer, and it is seen again", async ({
  browserOf,
}) => {
  const [nora, lea, ada, sol] = await Promise.all([
    newEducator(),
    newEducator("Lea"),
    newStaff("admin"),
    newStaff("support"),
  ]);
  const draft = await finishedDraft(nora, { name: `Stormy sea ${freshWord()}` });
  await publish(nora, draft);

  await test.step("behind the gate, signs in on the way, and says what is wrong", async () => {
    const page = await browserOf(anybody);
    await page.goto(`/u/${draft.slug}`);
    await (await passGate(page)).getByRole("link", { name: "Something is wrong here" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill(lea.email);
    await page.getByLabel("Password").filter({ visible: true }).fill(lea.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(`/report/${draft.slug}`);
    await page.getByText("It is not for children").click();
    await page.getByRole("textbox", { name: "What did you see?" }).fill("The wave is frightening.");
    await page.getByRole("button", { name: "Send to the studio" }).click();
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  });

  const reporter = await browserOf(lea);
  const mine = reporter.getByRole("main").getByRole("listitem", { name: draft.name });
  const readMine = async (outcome: string) => {
    await reporter.goto("/account/reports");
    await expect(mine).toContainText(outcome);
  };
  await readMine("Somebody looks at it");
  await expect(mine).toContainText("The wave is frightening.");

  const owner = await browserOf(nora);
  await openDraft(owner, draft);
  const admin = await browserOf(ada);
  const line = admin.getByRole("main").getByRole("listitem", { name: draft.name });

  await test.step("support reads, and decides nothing", async () => {
    const support = await browserOf(sol);
    await support.goto("/admin/reports");
    const seen = support.getByRole("main").getByRole("listitem", { name: draft.name });
    await expect(seen).toContainText("The wave is frightening.");
    await expect(seen.getByRole("button")).toHaveText(["Look at the cards"]);
  });

  await test.step("an admin looks at the cards and hides it, by keys; its owner sees why at once", async () => {
    await admin.goto("/admin/reports");
    await line.getByRole("button", { name: "Look at the cards" }).press("Enter");
    const panel = admin.locator("[data-side-panel]");
    await expect(panel.getByRole("listitem")).toHaveCount(2);
    await expectNoBarriers(admin);
    await panel.getByRole("button", { name: "Close the cards" }).press("Enter");
    await expect(panel).toBeHidden();
    await line.getByRole("button", { name: "Look at the cards" }).focus();
    await admin.keyboard.press("h");
    const dialog = admin.getByRole("dialog", { name: `Hide ${draft.name}?` });
    await dialog.getByRole("textbox", { name: "Why?" }).fill("The wave is too high for small children.");
    await dialog.getByRole("button", { name: "Hide it" }).click();
    await expect(line).toHaveCount(0);
    await expect(owner.getByText("The wave is too high for small children.")).toBeVisible();
    await readMine("Nobody sees it any more");
    await expect(mine).not.toContainText("too high");
    await expect(mine.getByRole("link")).toHaveCount(0);
  });

  await test.step("the owner objects once, and reads the answer", async () => {
    await owner.getByRole("button", { name: "I see it differently" }).click();
    await owner.getByRole("textbox", { name: "Why should it be seen again?" }).fill("It is a calm wave.");
    await owner.getByRole("button", { name: "Send", exact: true }).click();
    await expect(owner.getByText("An admin looks at it and answers here.")).toBeVisible();
    await admin.getByRole("link", { name: "Hidden" }).click();
    await expect(line).toContainText("It is a calm wave.");
    await line.getByRole("button", { name: "Keep it hidden" }).click();
    const dialog = admin.getByRole("dialog", { name: `Keep ${draft.name} hidden?` });
    await dialog.getByRole("textbox", { name: "Your answer" }).fill("Make it smaller first.");
    await dialog.getByRole("button", { name: "Answer, and keep it hidden" }).click();
    await expect(owner.getByText("Make it smaller first.")).toBeVisible();
    await expect(owner.getByRole("button", { name: "I see it differently" })).toHaveCount(0);
  });

  await test.step("and it is seen again, which the trail remembers", async () => {
    await line.getByRole("button", { name: "Show again" }).click();
    const dialog = admin.getByRole("dialog", { name: `Show ${draft.name} again?` });
    await dialog.getByRole("button", { name: "Show it again" }).click();
    await expect(line).toHaveCount(0);
    await expect(owner.getByRole("heading", { name: "This universe can be seen again" })).toBeVisible();
    await readMine("Hidden, and seen again later");
    await expectNoBarriers(reporter);
    await admin.goto("/admin/reports?status=upheld");
    await expect(line).toContainText("Shown again");
    await admin.getByRole("link", { name: "Decisions" }).click();
    const decisions = admin.getByRole("main").getByRole("listitem").filter({ hasText: draft.name });
    await expect(decisions.first()).toContainText("Shown again");
    await decisions.first().getByRole("button", { name: draft.name }).click();
    await expect(admin.getByRole("main").getByRole("listitem")).toHaveCount(5);
    await expect(admin).toHaveURL(/universe=/);
  });
});
