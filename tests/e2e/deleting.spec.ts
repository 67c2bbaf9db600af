import type { Page } from "@playwright/test";
import { newEducator } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

const exists = async (draftId: string) =>
  (await sql`select from public.drafts where id = ${draftId}`).length === 1;

async function deleteDraft(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
}

test("an educator deletes a draft, takes it back, and then deletes it for good", async ({ browserOf }) => {
  const nora = await newEducator();
  const [kept, gone] = [
    await newDraft(nora, { name: "Coral reef" }),
    await newDraft(nora, { name: "Old pond" }),
  ];
  const page = await browserOf(nora);
  await page.goto("/drafts");
  const tile = (name: string) => page.getByRole("listitem").filter({ hasText: name });

  await deleteDraft(page, "Coral reef");
  await expect(tile("Coral reef")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tile("Coral reef")).toBeVisible();
  await expect(page.getByText("“Coral reef” is deleted")).toBeHidden();

  await deleteDraft(page, "Old pond");
  await expect(page.getByText("“Old pond” is deleted")).toBeVisible();
  expect(await exists(gone.id)).toBe(true);
  // The notice shows its own buttons to whoever turns to it.
  await page.getByText("“Old pond” is deleted").hover();
  await page.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => exists(gone.id)).toBe(false);
  await expect(tile("Old pond")).toHaveCount(0);
  await expect(tile("Coral reef")).toBeVisible();
  expect(await exists(kept.id)).toBe(true);
});

test("a draft whose page is left before the time to undo has passed is deleted all the same", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Old pond" });
  const page = await browserOf(nora);
  await page.goto("/drafts");
  await deleteDraft(page, "Old pond");
  await expect(page.getByText("“Old pond” is deleted")).toBeVisible();
  await page.goto("/explore");
  await expect.poll(() => exists(draft.id)).toBe(false);
});
