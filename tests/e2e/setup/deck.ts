import type { Locator, Page } from "@playwright/test";
import type { Person } from "./people.ts";
import { sql } from "./studio.ts";
import { expect } from "./test.ts";
import { type MadeDraft, newDraft } from "./universes.ts";

export const tiles = (page: Page) => page.getByRole("list", { name: "Cards" }).locator("> [data-asset]");
export const tile = (page: Page, name: string) =>
  tiles(page).filter({ has: page.getByRole("heading", { name }) });
export const namesOf = (page: Page) => tiles(page).getByRole("heading").allTextContents();
export const isSaved = (page: Page) => expect(page.locator("[data-saving=saved]")).toBeVisible();
/** The bar of what can be done to chosen cards. */
export const chosen = (page: Page) => page.getByRole("region", { name: "Chosen cards" });
/** All about one card, beside its deck. */
export const panelOf = (page: Page): Locator => page.locator("[data-side-panel]");

/** Opens the page of a draft and waits until it hears of changes. */
export async function openDraft(page: Page, { id }: MadeDraft): Promise<void> {
  await page.goto(`/drafts/${id}`);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Live");
}

/** A draft whose cards have names and nothing else; no model works on it. */
export async function namedDeck(who: Person, count: number): Promise<MadeDraft> {
  const draft = await newDraft(who, { name: "Our pond", count });
  await sql`
    with a as (
      insert into public.draft_assets (draft_id, sort_order, concept)
      select ${draft.id}, n - 1, 'thing ' || n from generate_series(1, ${count}::int) n returning id, concept)
    insert into public.draft_asset_translations (asset_id, language, name)
    select a.id, l::public.language, a.concept from a, unnest('{fr,en,es,it,de}'::text[]) l`;
  return draft;
}
