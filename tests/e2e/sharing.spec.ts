import { freshWord } from "../fixtures/fresh-word.ts";
import { newEducator } from "./setup/people.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft, publish } from "./setup/universes.ts";

test("an unlisted universe opens by its link and is not in Explore", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: `Secret lagoon ${freshWord()}` });
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish for children" });
  await expect(dialog.getByText("2 cards have not been approved")).toBeVisible();
  await dialog.getByText("With the link").click();
  await expect(dialog.getByRole("radio", { name: "With the link" })).toBeChecked();
  await dialog.getByRole("button", { name: "Publish" }).click();
  const done = page.getByRole("dialog", { name: "It is published" });
  const address = await done.getByRole("textbox", { name: "Address of the universe" }).inputValue();
  await done.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Published", { exact: true })).toBeVisible();

  const child = await browserOf(anybody);
  await child.goto(address);
  await expect(child.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute("aria-valuemax", "2");
  await child.goto("/explore");
  await expect(child.getByRole("heading", { name: "Explore" })).toBeVisible();
  await expect(child.getByText(draft.name)).toHaveCount(0);
  await child.goto("/");
  await expect(child.getByText(draft.name)).toHaveCount(0);
});

test("a public universe is in Explore as soon as it is out, and one tap away", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { theme: "jungle", name: `Open jungle ${freshWord()}` });
  const child = await browserOf(anybody);
  await child.goto("/explore");
  await expect(child.getByText(draft.name)).toHaveCount(0);
  await publish(nora, draft, "public");
  await child.reload();
  await child.getByRole("link", { name: draft.name }).click();
  await expect(child).toHaveURL(`/u/${draft.slug}`);
  await expect(child.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute("aria-valuemax", "2");
});
