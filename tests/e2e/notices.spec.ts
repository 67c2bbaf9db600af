import type { Page } from "@playwright/test";
import { newEducator, type Person } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

/** Says of a draft what the engine would say. */
const turn = (draftId: string, status: string, progress: number) =>
  sql`update public.drafts set status = ${status}::public.draft_status, progress = ${progress} where id = ${draftId}`;

/** Opens the list, waits until it is live, and goes on to the account without leaving the studio. */
async function goElsewhere(page: Page): Promise<void> {
  await page.goto("/drafts");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Account of Nora" }).click();
  await page.getByRole("menuitem", { name: "My account" }).click();
  await expect(page.getByRole("heading", { name: "My account", level: 1 })).toBeVisible();
}

interface Shown {
  title: string;
  tag?: string;
}

/** A browser that notes its notices instead of showing them; `answer` is what somebody says when it asks. */
async function noteNotices(page: Page, permission: "default" | "granted", answer: "granted" | "denied") {
  await page.addInitScript(
    ([first, then]) => {
      const shown: Shown[] = [];
      const given = () => localStorage.getItem("test-permission") ?? first;
      class Noted {
        static get permission() {
          return given();
        }
        static async requestPermission() {
          localStorage.setItem("test-permission", then ?? "");
          return given();
        }
        onclick: (() => void) | null = null;
        close() {}
        constructor(title: string, { tag = "" } = {}) {
          shown.push({ title, tag });
          Object.assign(window, { lastNotice: this });
        }
      }
      Object.assign(window, { Notification: Noted, shown });
    },
    [permission, answer],
  );
  return {
    shown: () => page.evaluate(() => (window as unknown as { shown: Shown[] }).shown),
    click: () =>
      page.evaluate(() => (window as unknown as { lastNotice: { onclick(): void } }).lastNotice.onclick()),
  };
}

/** Puts the tab behind another one, or back to the front. */
const setVisible = (page: Page, state: "visible" | "hidden") =>
  page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: visibilityState });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

let nora: Person;
test.beforeEach(async () => {
  nora = await newEducator();
});

test("a teacher who is elsewhere sees on the tab how far it is, is told when it is ready, and goes there", async ({
  browserOf,
}) => {
  const draft = await newDraft(nora, { name: "Deep jungle" });
  const page = await browserOf(nora);
  await goElsewhere(page);
  await turn(draft.id, "generating", 42);
  await expect(page).toHaveTitle("42% · Deep jungle");
  await turn(draft.id, "ready", 100);
  await expect(page.getByText("“Deep jungle” is ready")).toBeVisible();
  await expect(page).toHaveTitle("My account · MagikSwipe Studio");
  await page.getByRole("button", { name: "Look", exact: true }).click();
  await expect(page).toHaveURL(`/drafts/${draft.id}`);
  await expect(page).toHaveTitle("Deep jungle · MagikSwipe Studio");
  // It would stay under the pointer for as long as that rests on it.
  await expect(page.getByText("“Deep jungle” is ready")).toHaveCount(0);
});

test("who looks at the universe itself is told nothing that she sees", async ({ browserOf }) => {
  const [here, there] = await Promise.all([
    newDraft(nora, { name: "Looked at" }),
    newDraft(nora, { name: "Elsewhere" }),
  ]);
  const page = await browserOf(nora);
  await goElsewhere(page);
  await page.getByRole("link", { name: "My universes" }).click();
  await page.getByRole("link", { name: /Looked at/ }).click();
  await expect(page.getByRole("heading", { name: "Looked at", level: 1 })).toBeVisible();
  await turn(here.id, "generating", 10);
  await turn(there.id, "generating", 70);
  await expect(page).toHaveTitle("10% · Looked at");
  await turn(here.id, "ready", 100);
  await expect(page).toHaveTitle("70% · Elsewhere");
  await turn(there.id, "partial", 50);
  await expect(page.getByText("“Elsewhere”: some of it needs another try")).toBeVisible();
  // Now, and not as soon as it has gone again.
  expect(await page.getByText("“Looked at” is ready").count()).toBe(0);
});

test("a hidden tab tells through the browser after consent, and the toast waits for her return", async ({
  browserOf,
}) => {
  const draft = await newDraft(nora, { name: "Deep jungle" });
  const page = await browserOf(nora);
  const notices = await noteNotices(page, "default", "granted");
  await goElsewhere(page);
  await page.getByRole("checkbox", { name: /Tell me on this device/ }).check();
  await turn(draft.id, "generating", 42);
  await expect(page).toHaveTitle("42% · Deep jungle");
  await setVisible(page, "hidden");
  await turn(draft.id, "ready", 100);
  await expect.poll(notices.shown).toEqual([{ title: "“Deep jungle” is ready", tag: draft.id }]);
  await expect(page.getByText("“Deep jungle” is ready")).toHaveCount(0);
  await setVisible(page, "visible");
  await expect(page.getByText("“Deep jungle” is ready")).toBeVisible();
  await notices.click();
  await expect(page).toHaveURL(`/drafts/${draft.id}`);
});

test("of two tabs the hidden one keeps quiet while the other one is looked at", async ({ browserOf }) => {
  const draft = await newDraft(nora, { name: "Deep jungle" });
  const page = await browserOf(nora);
  await noteNotices(page, "granted", "granted");
  await goElsewhere(page);
  await page.getByRole("checkbox", { name: /Tell me on this device/ }).check();
  const other = await page.context().newPage();
  const notices = await noteNotices(other, "granted", "granted");
  await goElsewhere(other);
  await expect(other.getByRole("checkbox", { name: /Tell me on this device/ })).toBeChecked();
  await setVisible(other, "hidden");
  await turn(draft.id, "generating", 42);
  for (const tab of [page, other]) await expect(tab).toHaveTitle("42% · Deep jungle");
  await turn(draft.id, "ready", 100);
  await expect(page.getByText("“Deep jungle” is ready")).toBeVisible();
  await setVisible(other, "visible");
  await expect(other.getByText("“Deep jungle” is ready")).toBeVisible();
  expect(await notices.shown()).toEqual([]);
});

test("consent is asked for once, when the first universe begins, and never again", async ({ browserOf }) => {
  const draft = await newDraft(nora, { name: "Deep jungle" });
  const page = await browserOf(nora);
  await noteNotices(page, "default", "denied");
  await goElsewhere(page);
  const question = page.getByText("Shall we tell you when it is ready?");
  await expect(question).toHaveCount(0);
  await turn(draft.id, "generating", 1);
  await expect(question).toBeVisible();
  await page.getByRole("button", { name: "Yes, please" }).click();
  await expect(page.getByText("Your browser does not allow it here.")).toBeVisible();
  await turn(draft.id, "ready", 100);
  await expect(page.getByText("“Deep jungle” is ready")).toBeVisible();
  await page.reload();
  await goElsewhere(page);
  await turn(draft.id, "generating", 1);
  await expect(page).toHaveTitle("1% · Deep jungle");
  await expect(question).toHaveCount(0);
});
