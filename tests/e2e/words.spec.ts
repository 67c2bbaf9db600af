import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

const names = {
  lion: { fr: "Le lion", en: "lion", es: "león", it: "leone", de: "löwe" },
  tiger: { fr: "tigre", en: "tiger", es: "tigre", it: null, de: "Tiger" },
  monkey: { fr: "singe", en: "monkey", es: "mono", it: "scimmia", de: "affe" },
};

/** A draft of three cards whose names are there, and not all well. */
async function unevenDraft(who: Person) {
  const draft = await newDraft(who, { name: "My jungle", theme: "jungle", count: 3 });
  for (const [at, concept] of Object.keys(names).entries()) {
    const [card] = await sql`
      insert into public.draft_assets (draft_id, sort_order, concept, status)
      values (${draft.id}, ${at}, ${concept}, 'pending') returning id`;
    for (const [language, name] of Object.entries(names[concept as keyof typeof names]))
      if (name)
        await sql`
          insert into public.draft_asset_translations (asset_id, language, name)
          values (${card?.id}, ${language}, ${name})`;
  }
  return draft;
}

async function open(page: Page, draftId: string): Promise<Locator> {
  await page.goto(`/drafts/${draftId}/words`);
  const table = page.getByRole("grid", { name: "Names" });
  await expect(table).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  return table;
}

const cell = (table: Locator, row: number, column: number) =>
  table.locator(`[data-row="${row}"][data-column="${column}"]`);

async function namesOf(draftId: string): Promise<Record<string, Record<string, string>>> {
  const rows = await sql`
    select a.concept, jsonb_object_agg(t.language, t.name) as names
    from public.draft_assets a join public.draft_asset_translations t on t.asset_id = a.id
    where a.draft_id = ${draftId} group by a.concept`;
  return Object.fromEntries(rows.map((row) => [row.concept, row.names]));
}

async function pasteText(page: Page, text: string) {
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test("a teacher writes in the table as in a spreadsheet, and takes it back", async ({ browserOf }) => {
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who);
  const table = await open(page, draft.id);

  await test.step("types over a cell, tabs to the next one and goes on", async () => {
    await cell(table, 1, 0).click();
    await page.keyboard.type("grand tigre");
    await page.keyboard.press("Tab");
    await expect(cell(table, 1, 1)).toBeFocused();
    await page.keyboard.type("big tiger");
    await page.keyboard.press("Enter");
    await expect(cell(table, 2, 1)).toBeFocused();
    await expect(cell(table, 1, 0)).toHaveText("grand tigre");
    await expect(page.getByText("Everything is saved")).toBeVisible();
    expect((await namesOf(draft.id)).tiger).toMatchObject({ fr: "grand tigre", en: "big tiger" });
  });

  await test.step("leaves a cell as it was with Escape", async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("grid").getByRole("textbox")).toHaveValue("monkey");
    await page.keyboard.type(" business");
    await page.keyboard.press("Escape");
    await expect(cell(table, 2, 1)).toHaveText("monkey");
    await expect(cell(table, 2, 1)).toBeFocused();
  });

  await test.step("takes both changes back and does the first again", async () => {
    await page.keyboard.press("Control+z");
    await expect(cell(table, 1, 1)).toHaveText("tiger");
    await page.keyboard.press("Control+z");
    await expect(cell(table, 1, 0)).toHaveText("tigre");
    await page.keyboard.press("Control+Shift+z");
    await expect(cell(table, 1, 0)).toHaveText("grand tigre");
    await expect
      .poll(async () => (await namesOf(draft.id)).tiger)
      .toMatchObject({ fr: "grand tigre", en: "tiger" });
  });

  await test.step("leaves the table with Tab when nothing is being written", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(table.locator(":focus")).toHaveCount(0);
  });
});

test("a teacher corrects what the check finds, one by one and all of a kind", async ({ browserOf }) => {
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who);
  const table = await open(page, draft.id);
  const check = page.getByRole("region", { name: /things to look at/ });

  await expect(cell(table, 1, 3)).toContainText("missing");
  await cell(table, 0, 0).getByRole("button", { name: "Correct to: lion" }).click();
  await expect(cell(table, 0, 0)).toHaveText("lion");

  await check
    .getByRole("listitem")
    .filter({ hasText: "Capital of German nouns" })
    .getByRole("button", { name: "Correct all 2" })
    .click();
  await expect(cell(table, 0, 4)).toHaveText("Löwe");
  await expect(cell(table, 2, 4)).toHaveText("Affe");
  await expect(page.getByText("2 texts are changed")).toBeVisible();
  await expect
    .poll(() => namesOf(draft.id))
    .toMatchObject({ lion: { fr: "lion", de: "Löwe" }, monkey: { de: "Affe" } });

  const notice = page.getByRole("dialog").filter({ hasText: "2 texts are changed" });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(cell(table, 0, 4)).toContainText("löwe");
  await expectNoBarriers(page);

  await check.getByRole("button", { name: /Name is missing/ }).click();
  await expect(cell(table, 1, 3)).toBeFocused();
  await page.keyboard.type("tigre");
  await page.keyboard.press("Enter");
  await expect(check.getByText("Name is missing")).toHaveCount(0);
});

test("a teacher pastes a column, looks at what changes, and is told when the number differs", async ({
  browserOf,
}) => {
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who);
  const table = await open(page, draft.id);

  await cell(table, 0, 3).click();
  await pasteText(page, "leone\ntigre\nscimmietta\nelefante\n");
  const dialog = page.getByRole("dialog", { name: "Paste into the table" });
  await expect(dialog.getByText("the last line is left out")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "What changes" }).getByRole("listitem")).toHaveCount(2);
  await expectNoBarriers(page);
  await dialog.getByRole("button", { name: "Change 2 texts" }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(table, 1, 3)).toHaveText("tigre");
  await expect(cell(table, 2, 3)).toHaveText("scimmietta");
  await expect.poll(async () => (await namesOf(draft.id)).monkey?.it).toBe("scimmietta");
  expect((await namesOf(draft.id)).lion?.it).toBe("leone");
});

test("two people who write in one cell both see both words, and one chooses", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 PATCH .*\/assets$/);
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who);
  const table = await open(page, draft.id);
  const [tiger] =
    await sql`select id from public.draft_assets where draft_id = ${draft.id} and concept = 'tiger'`;

  await cell(table, 1, 0).click();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" blanc");
  // Where the live line is slow, the other word comes while this one is written.
  const other = { isWritten: false };
  await page.route("**/assets", async (route) => {
    if (route.request().method() === "PATCH" && !other.isWritten) {
      other.isWritten = true;
      await call(who, "PATCH", `/api/drafts/${draft.id}/assets/${tiger?.id}`, {
        names: { fr: "tigre rayé" },
      });
    }
    await route.continue();
  });
  await page.keyboard.press("Enter");
  const held = cell(table, 1, 0).getByRole("alert");
  await expect(held).toContainText("tigre blanc");
  await expect(held).toContainText("tigre rayé");
  await expectNoBarriers(page);
  await held.getByRole("button", { name: "Keep mine" }).click();
  await expect(cell(table, 1, 0)).toHaveText("tigre blanc");
  await expect(page.getByText("Everything is saved")).toBeVisible();
  expect((await namesOf(draft.id)).tiger?.fr).toBe("tigre blanc");
});

test("a phone shows one language at a time, first the reader's own", async ({ browserOf }) => {
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who, { viewport: { width: 390, height: 844 } });
  const table = await open(page, draft.id);
  await expect(table.getByRole("columnheader")).toHaveText(["Card", "English"]);
  await page.getByRole("radio", { name: "Deutsch" }).check({ force: true });
  await expect(table.getByRole("columnheader")).toHaveText(["Card", "Deutsch"]);
  await expect(cell(table, 1, 0)).toHaveText("Tiger");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a teacher names the universe beside its words, and takes it back", async ({ browserOf }) => {
  const who = await newEducator();
  const draft = await unevenDraft(who);
  const page = await browserOf(who);
  await open(page, draft.id);
  const germanName = async () => {
    const [row] = await sql`
      select name from public.draft_translations where draft_id = ${draft.id} and language = 'de'`;
    return row?.name;
  };
  const universe = page.getByRole("region", { name: "Name of the universe" });
  const german = universe.getByRole("textbox", { name: "Deutsch" });
  await german.fill("Mein Dschungel");
  await german.press("Enter");
  await expect.poll(germanName).toBe("Mein Dschungel");
  await universe.getByRole("button", { name: "Undo" }).click();
  await expect(german).toHaveValue("My jungle");
  await expect.poll(germanName).toBe("My jungle");
});
