import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { finishedDraft, type MadeDraft, newDraft } from "./setup/universes.ts";

/** What the database says of a draft. */
async function stored(draftId: string) {
  const [row] = await sql`
    select d.*, (select jsonb_object_agg(language, name) from public.draft_translations where draft_id = d.id) as names
    from public.drafts d where d.id = ${draftId}`;
  return row;
}

const sheet = (page: Page) => page.locator("[data-side-panel]");

/** Clicks an answer where people click it: on its label. */
const pick = (panel: Locator, role: "radio" | "checkbox", name: string | RegExp) =>
  panel.getByRole(role, { name }).locator("xpath=ancestor::label").click();

async function open(page: Page, draftId: string, part = "universe"): Promise<Locator> {
  await page.goto(`/drafts/${draftId}?panel=${part}`);
  const panel = sheet(page);
  await expect(panel.getByRole("tab", { selected: true })).toBeVisible();
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  return panel;
}

async function letIn(owner: Person, draft: MadeDraft, person: Person, role: "editor" | "viewer") {
  const { url } = await call<{ url: string }>(owner, "POST", `/api/drafts/${draft.id}/invitations`, { role });
  await call(person, "POST", "/api/invitations/accept", { token: url.split("/").pop() });
}

test("a teacher says beside the deck what counts for all of it, and takes each thing back", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Our ocean" });
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  await page.getByRole("button", { name: "Universe", exact: true }).click();
  const panel = sheet(page);
  await expect(panel).toHaveAccessibleName("Our ocean");
  await expect(page).toHaveURL(/panel=universe/);

  await test.step("a name in a language is kept by itself, and one step back brings the old one", async () => {
    await panel.getByRole("textbox", { name: "Deutsch" }).fill("Unser Meer");
    await expect.poll(async () => (await stored(draft.id))?.names.de).toBe("Unser Meer");
    await expect(panel.getByText("Everything is saved")).toBeVisible();
    await panel.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await stored(draft.id))?.names.de).toBe("Our ocean");
    await panel.getByRole("button", { name: "Redo" }).click();
    await expect(panel.getByRole("textbox", { name: "Deutsch" })).toHaveValue("Unser Meer");
  });

  await test.step("a language that is taken away comes back with Ctrl+Z", async () => {
    await pick(panel, "checkbox", "Italiano");
    await expect.poll(async () => (await stored(draft.id))?.languages).not.toContain("it");
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await stored(draft.id))?.languages).toContain("it");
  });

  await test.step("pieces and who may see it count at once", async () => {
    await pick(panel, "checkbox", "Poster");
    await pick(panel, "radio", /With the link/);
    await expect.poll(async () => (await stored(draft.id))?.pieces).toContain("poster");
    await expect(panel.getByText("Everything is saved")).toBeVisible();
    const { visibility } = await call<{ visibility: string }>(nora, "GET", `/api/drafts/${draft.id}`);
    expect(visibility).toBe("unlisted");
  });

  await test.step("a colour on which names cannot be read is told, and mended", async () => {
    await panel.getByRole("tab", { name: "Look" }).click();
    await expect(panel.getByText(/Names are easy to read/)).toBeVisible();
    await panel.getByLabel("Own colour").fill("#ffe08a");
    await expect(panel.getByText(/Names are hard to read: contrast 1\.\d to 1/)).toBeVisible();
    await panel.getByRole("button", { name: "Make it darker" }).click();
    await expect(panel.getByText(/Names are easy to read/)).toBeVisible();
    await expect.poll(async () => (await stored(draft.id))?.background_color).not.toBe("#ffe08a");
    await pick(panel, "radio", "Cut paper");
    await expect.poll(async () => (await stored(draft.id))?.style).toBe("papercut");
  });

  await test.step("going back closes it, and the button has the focus again", async () => {
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(page.getByRole("button", { name: "Universe", exact: true })).toBeFocused();
  });
});

test("a teacher writes the words for all pictures, sees what is older than they are, and makes it again", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: "Our jungle", theme: "jungle", count: 2 });
  const page = await browserOf(nora);
  const panel = await open(page, draft.id, "prompts");
  const words = panel.getByRole("textbox", { name: "What every picture shows" });

  await expect(words).toHaveValue(/^A friendly \{concept\}, in a sunny jungle/);
  await words.fill("a knitted animal on grass");
  await expect(panel.getByText("every card would get the same")).toBeVisible();
  await panel.getByRole("button", { name: "Put {concept} in front" }).click();
  await expect(words).toHaveValue("{concept}, a knitted animal on grass");
  await expect(panel.getByText("2 pictures are older than their words or their style.")).toBeVisible();

  await test.step("the words of the theme can be had again, and given up again", async () => {
    await panel.getByRole("button", { name: "Back to the words of the theme" }).click();
    await expect(words).toHaveValue(/^A friendly \{concept\}/);
    await expect(panel.getByText("2 pictures are older")).toHaveCount(0);
    await panel.getByRole("button", { name: "Undo" }).click();
    await expect(words).toHaveValue("{concept}, a knitted animal on grass");
  });

  await panel.getByRole("button", { name: /^Make 2 pictures again/ }).click();
  await expect(panel.getByText("2 pictures are older")).toHaveCount(0, { timeout: 30_000 });
});

test("a teacher hears the music, wishes for another, and brings the first one back", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: "Our sea", count: 1, pieces: ["image", "music"] });
  const page = await browserOf(nora);
  const panel = await open(page, draft.id, "music");
  const first = (await stored(draft.id))?.music_version_id;

  await test.step("plays it, and from another place", async () => {
    const player = panel.getByRole("region", { name: "Player" });
    await player.getByRole("button", { name: "Play", exact: true }).click();
    await expect(player.getByRole("button", { name: "Pause" })).toBeVisible();
    await player.getByRole("slider", { name: "Place in the music" }).fill("10");
    await expect(player.getByText(/^0:1\d \/ 0:2\d$/)).toBeVisible();
    await player.getByRole("button", { name: "Pause" }).click();
    await expect(player.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  });

  await pick(panel, "radio", "Calm");
  await pick(panel, "radio", "Lullaby");
  await panel.getByRole("button", { name: /^Make other music/ }).click();
  await expect
    .poll(async () => (await stored(draft.id))?.music_version_id, { timeout: 30_000 })
    .not.toBe(first);
  const [job] = await sql`
    select payload from public.jobs where draft_id = ${draft.id} and type = 'generate_music'
    order by created_at desc limit 1`;
  expect(job?.payload).toMatchObject({ mood: "calm", genre: "lullaby" });

  const versions = panel.getByRole("region", { name: "Versions" });
  await versions.getByRole("button", { pressed: false, disabled: false }).first().click();
  await versions.getByRole("button", { name: "Use this one" }).click();
  await expect.poll(async () => (await stored(draft.id))?.music_version_id).toBe(first);
});

test("a wish for music is there again when the panel is", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Our sea" });
  const page = await browserOf(nora);
  const first = await open(page, draft.id, "music");
  await expect(first.getByRole("radio", { name: "As it suits" }).first()).toBeChecked();
  await pick(first, "radio", "Dreamy");
  await pick(first, "radio", "Waltz");
  await expect.poll(async () => (await stored(draft.id))?.music_genre).toBe("waltz");
  const panel = await open(page, draft.id, "music");
  await expect(panel.getByRole("radio", { name: "Dreamy" })).toBeChecked();
  await expect(panel.getByRole("radio", { name: "Waltz" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("another style shows what is painted in the one before, and what it costs to paint it again", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: "Our farm", count: 1, pieces: ["image", "cover"] });
  const page = await browserOf(nora);
  const panel = await open(page, draft.id, "look");
  await pick(panel, "radio", "Cut paper");
  await expect(panel.getByText("1 picture is older than its words or its style.")).toBeVisible();
  const cover = panel.getByRole("article", { name: "Cover" });
  await expect(
    cover.getByText("The cover is painted in another style than the universe has now."),
  ).toBeVisible();
  await panel.getByRole("button", { name: /^Make 1 picture again ?\d+ credits?/ }).click();
  await expect(panel.getByText("1 picture is older")).toHaveCount(0, { timeout: 60_000 });
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: "The cover is painted in another style" });
  await row.getByRole("button", { name: /^Make again ?\d+ credits?/ }).click();
  const styles = async () => {
    const made = await sql`
      select style from public.draft_versions where draft_id = ${draft.id} and piece = 'cover' order by created_at`;
    return made.map(({ style }) => style);
  };
  await expect.poll(styles, { timeout: 60_000 }).toEqual(["soft", "papercut"]);
  await expect(row).toHaveCount(0);
});

test("a teacher makes the poster in landscape, to hang it over the board", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, { name: "Our stars", theme: "space", count: 1 });
  const page = await browserOf(nora);
  const panel = await open(page, draft.id, "look");
  const poster = panel.getByRole("article", { name: "Poster" });
  await pick(poster, "radio", /Landscape/);
  await poster.getByRole("button", { name: /^Make a poster/ }).click();
  await expect(poster.getByRole("img", { name: "Poster" })).toBeVisible({ timeout: 30_000 });
  const [version] = await sql`
    select width, height from public.draft_versions where draft_id = ${draft.id} and piece = 'poster'`;
  expect(version).toEqual({ width: 1754, height: 1240 });
});

test("of two people who name the universe at once, the later one is asked which name counts", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^409 PATCH .*\/api\/drafts\//);
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Our farm", theme: "farm" });
  const page = await browserOf(nora);
  const panel = await open(page, draft.id);
  const german = panel.getByRole("textbox", { name: "Deutsch" });
  // The news of it comes too late for Nora: what she had seen is what counts.
  await page.route(`**/api/drafts/${draft.id}`, async (route) => {
    if (route.request().method() === "PATCH")
      await call(nora, "PATCH", `/api/drafts/${draft.id}`, { names: { de: "Bauernhof" } });
    await route.continue();
    await page.unroute(`**/api/drafts/${draft.id}`);
  });
  await german.fill("Unser Hof");
  const alert = panel.getByRole("alert");
  await expect(alert).toContainText("Somebody changed this meanwhile.");
  await expect(alert).toContainText("Unser Hof");
  await expect(alert).toContainText("Bauernhof");
  await expect(panel.getByText("1 text is not saved")).toBeVisible();
  await alert.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(async () => (await stored(draft.id))?.names.de).toBe("Unser Hof");
  await expect(panel.getByText("Everything is saved")).toBeVisible();
});

test("somebody who may only look sees everything and changes nothing", async ({ browserOf }) => {
  const [nora, ben] = [await newEducator(), await newEducator("Ben")];
  const draft = await newDraft(nora, { name: "Our trains", theme: "vehicles" });
  await letIn(nora, draft, ben, "viewer");
  const page = await browserOf(ben);
  for (const part of ["universe", "look", "music", "prompts"]) {
    const panel = await open(page, draft.id, part);
    await expect(panel.getByText("You can look at everything here, not change it.")).toBeVisible();
    await expect(panel.locator("input, textarea")).toHaveCount(0);
    await expect(panel.getByRole("button", { name: /Make|Undo|Back to/ })).toHaveCount(0);
  }
});

test("the panel keeps nobody out", async ({ browserOf }) => {
  const nora = await newEducator();
  const draft = await finishedDraft(nora, {
    name: "Our reef",
    count: 1,
    pieces: ["image", "music", "cover"],
  });
  const page = await browserOf(nora);
  for (const part of ["universe", "look", "music", "prompts"]) {
    await open(page, draft.id, part);
    await expectNoBarriers(page);
  }
});
