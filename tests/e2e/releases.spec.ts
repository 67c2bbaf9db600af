import { freshWord } from "../fixtures/fresh-word.ts";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { finishedDraft, publish } from "./setup/universes.ts";

test("a teacher publishes again and says what is new, brings the release before back, and moves it to another address", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 PATCH .*\/api\/universes\//);
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: `Our reef ${freshWord()}` });
  await publish(nora, draft);
  const { items } = await call<{ items: { id: string }[] }>(nora, "GET", `/api/drafts/${draft.id}/assets`);
  const card = `/api/drafts/${draft.id}/assets/${items[0]?.id}`;
  await call(nora, "PATCH", card, { names: { en: "a very big whale" } });
  const page = await browserOf(nora);
  const state = async () =>
    (
      await sql`select r.number, r.notes, r.override_reason, u.visibility, u.slug
        from public.universes u join public.releases r on r.id = u.release_id where u.id = (
          select universe_id from public.drafts where id = ${draft.id})`
    )[0];

  await test.step("sees in pictures and words what changes, and says why it goes out as it is", async () => {
    await page.goto(`/drafts/${draft.id}`);
    await page.getByRole("button", { name: "Publish again" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish for children" });
    await dialog.getByText("What changes for the children since release 1").click();
    await expect(dialog.getByText("a very big whale")).toBeVisible();
    await expect(dialog.getByRole("link", { name: "2 cards have not been approved" })).toBeVisible();
    await dialog.getByRole("textbox", { name: "Why publish it as it is?" }).fill("The class begins");
    await dialog.getByRole("textbox", { name: "What is new?" }).fill("A bigger whale");
    await dialog.getByRole("button", { name: "Publish" }).click();
    const done = page.getByRole("dialog", { name: "It is published" });
    await expect(done.getByRole("textbox", { name: "Address of the universe" })).toHaveValue(
      new RegExp(`/u/${draft.slug}$`),
    );
    await done.getByRole("link", { name: "All releases and the address" }).click();
  });
  const main = page.getByRole("main");
  const release = (number: number) => main.getByRole("listitem", { name: `Release ${number}` });
  const [first, second] = [release(1), release(2)] as const;

  await test.step("finds both releases, and what the second changed", async () => {
    await expect(second).toContainText("Children see this one");
    await expect(second).toContainText("A bigger whale");
    await expect(second).toContainText("The class begins");
    await second.getByRole("button", { name: "What changed" }).click();
    await expect(second.getByText("a very big whale")).toBeVisible();
    await expectNoBarriers(page);
  });

  await test.step("brings the first back with one press, and undoes it", async () => {
    await first.getByRole("button", { name: "Bring this one back" }).click();
    await expect(first).toContainText("Children see this one");
    await expect.poll(async () => (await state())?.number).toBe(1);
    await page.getByRole("button", { name: "Undo" }).first().press("Enter");
    await expect(second).toContainText("Children see this one");
    await expect.poll(state).toMatchObject({ number: 2, notes: "A bigger whale" });
  });

  await test.step("is told kindly that an address is taken, and takes another", async () => {
    const other = await newEducator();
    const taken = await call<{ slug: string }>(other, "POST", "/api/drafts", { theme: "ocean", count: 1 });
    await main.getByRole("button", { name: "Change the address" }).click();
    const field = main.getByRole("textbox", { name: "New address" });
    await field.fill(taken.slug);
    await main.getByRole("button", { name: "Use this address" }).click();
    await expect(main.getByText("belongs to another universe")).toBeVisible();
    const fresh = `reef-${freshWord()}`;
    await field.fill(fresh);
    await main.getByRole("button", { name: "Use this address" }).click();
    await expect(main.getByRole("textbox", { name: "Address of the universe" })).toHaveValue(
      new RegExp(`/u/${fresh}$`),
    );
    await expect.poll(state).toMatchObject({ slug: fresh });
  });

  await test.step("takes it back, and shows it again", async () => {
    await main.getByRole("button", { name: "Take it back" }).click();
    await expect(main.getByRole("heading", { name: "Nobody else can see it now" })).toBeVisible();
    await expect.poll(state).toMatchObject({ visibility: "private" });
    await main.getByRole("button", { name: "Show it to everyone" }).click();
    await expect(main.getByRole("heading", { name: "Everyone can see it" })).toBeVisible();
    await expect.poll(state).toMatchObject({ visibility: "public" });
  });
});
