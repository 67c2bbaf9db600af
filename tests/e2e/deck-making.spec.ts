import { expectNoBarriers } from "./setup/accessibility.ts";
import { openDraft, panelOf, tiles } from "./setup/deck.ts";
import { drawnDraft } from "./setup/drawn.ts";
import { newEducator } from "./setup/people.ts";
import { addressOf } from "./setup/pictures.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";

test("a teacher reads why cards failed, opens one, and tries only what failed again", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await drawnDraft(nora, { count: 3, name: "Our reef" });
  // One picture never came, a new one of another card failed, and the whole universe still waits for its music.
  await sql`
    update public.draft_assets set status = case sort_order when 0 then 'failed' else 'ready' end::public.asset_status,
      image_version_id = case sort_order when 0 then null else image_version_id end, error_code = 'content_flagged'
    where draft_id = ${draft.id} and sort_order < 2`;
  await sql`
    insert into public.jobs (user_id, draft_id, asset_id, type, status, completed_at, error_code)
    select ${nora.id}, ${draft.id}, id, 'generate_image', 'failed', now(), 'content_flagged'
    from public.draft_assets where draft_id = ${draft.id} and sort_order < 2`;
  await sql`update public.drafts set status = 'partial', pieces = '{image,music}' where id = ${draft.id}`;
  const page = await browserOf(nora);
  await openDraft(page, draft);
  await expect(page.getByRole("heading", { name: "2 cards could not be finished" })).toBeVisible();
  const why = page.getByRole("listitem").filter({ hasText: "This was not fit for children." }).first();
  await expect(why.getByRole("link")).toHaveCount(2);
  await expectNoBarriers(page);
  await why.getByRole("link").first().click();
  await expect(page).toHaveURL(/card=/);
  await page.goBack();
  const pictures = tiles(page).getByRole("img");
  const [remade, kept] = await Promise.all([addressOf(pictures.nth(0)), addressOf(pictures.nth(1))]);
  await page.getByRole("button", { name: /^Try again only what failed/ }).click();
  await expect(page.getByText("3 pictures of 3")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: /could not be finished/ })).toBeHidden();
  await expect(pictures.nth(1)).not.toHaveAttribute("src", remade);
  await expect(pictures.nth(2)).toHaveAttribute("src", kept);
  const made = await sql`
    select type from public.jobs where draft_id = ${draft.id} and parent_id is not null and status = 'completed'`;
  expect(made.map(({ type }) => type)).toEqual(["generate_image", "generate_image"]);
});

test("the wand of a card opens it where its picture is made, and words that were typed just now count", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await drawnDraft(nora, { name: "Our bay" });
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const panel = panelOf(page);
  const again = panel.getByRole("button", { name: /^Make it again/ });

  await page.getByRole("button", { name: "New picture for whale" }).click();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("whale");
  await expect(again).toBeFocused();
  await expect(again).toContainText(/\d credits?/);
  await test.step("beside the panel the page goes on, and its other wands lead there too", async () => {
    await page.getByRole("button", { name: "Publish" }).click({ trial: true });
    await page.getByRole("button", { name: "New picture for crab" }).click();
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText("crab");
    await expect(again).toBeFocused();
  });
  await panel.getByRole("textbox", { name: "What the picture shows" }).fill("A crab in deep snow at night");
  await again.click();
  const prompts = async () =>
    (
      await sql`
        select j.payload ->> 'prompt' as prompt from public.jobs j join public.draft_assets a on a.id = j.asset_id
        where j.draft_id = ${draft.id} and a.concept = 'crab' and j.payload ? 'prompt'`
    ).map(({ prompt }) => prompt);
  await expect.poll(prompts).toEqual([expect.stringContaining("A crab in deep snow at night")]);
  await expect(page).toHaveURL(/\?card=[0-9a-f-]+$/);
});

test("pictures that are older than their words are made again at the price on the button", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await drawnDraft(nora, { name: "Our shore" });
  const page = await browserOf(nora);
  await openDraft(page, draft);
  const id = await tiles(page).first().getAttribute("data-asset");
  await call(nora, "PATCH", `/api/drafts/${draft.id}/assets/${id}`, {
    image_prompt: "a shell on a sunny beach",
  });
  const row = page.locator("[data-stale=image]");
  await expect(row).toContainText("1 picture is older than its words");
  await expect(tiles(page).first().getByText("Older than its words")).toBeVisible();
  await expect(row.getByRole("button")).toContainText(/\d credits?/);
  await expectNoBarriers(page);
  await row.getByRole("button", { name: /^Make again/ }).click();
  await expect(row).toBeHidden();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(tiles(page).first().getByText("Older than its words")).toBeHidden();
});
