import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { panelOf } from "./setup/deck.ts";
import { drawnDraft } from "./setup/drawn.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call } from "./setup/studio.ts";
import { anybody, expect, test } from "./setup/test.ts";
import type { MadeDraft } from "./setup/universes.ts";

let nora: Person;
let draft: MadeDraft;

test.beforeEach("Nora has two cards", async () => {
  nora = await newEducator();
  draft = await drawnDraft(nora, { name: "Our ocean" });
});

const share = (page: Page) => page.getByRole("dialog", { name: `Together on “${draft.name}”` });

async function openShare(page: Page, button = "Share") {
  await page.goto(`/drafts/${draft.id}`);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Live");
  await page.getByRole("button", { name: button }).click();
  await expect(share(page).getByText(nora.name, { exact: false }).first()).toBeVisible();
}

/** Makes an invitation in the open dialog and returns its link. */
async function inviteBy(page: Page, role: "Can change" | "Can look", email?: string): Promise<string> {
  if (email) await share(page).getByRole("textbox", { name: "E-mail address" }).fill(email);
  await share(page).getByRole("group").getByText(role).click();
  await share(page).getByRole("button", { name: "Make the link" }).click();
  return share(page).getByRole("textbox", { name: "Address to give away" }).inputValue();
}

/** Lets somebody in without asking. */
async function letIn(person: Person, role: "editor" | "viewer"): Promise<void> {
  const { url } = await call<{ url: string }>(nora, "POST", `/api/drafts/${draft.id}/invitations`, { role });
  await call(person, "POST", "/api/invitations/accept", { token: url.split("/").pop() });
}

test("one invites by a link, the other comes, changes a card, and both see it and each other", async ({
  browserOf,
}) => {
  const ben = await newEducator("Ben");
  const page = await browserOf(nora);
  await openShare(page);
  const link = await inviteBy(page, "Can change");

  const other = await browserOf(ben);
  await other.goto(link);
  await expect(other.getByText(`Nora invites you to the universe “${draft.name}”.`)).toBeVisible();
  await other.getByRole("button", { name: "Come along" }).click();
  await expect(other.getByRole("heading", { name: draft.name, level: 1 })).toBeVisible();
  await expect(share(page).getByRole("listitem").filter({ hasText: ben.email })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("header").getByText("Ben is here")).toBeAttached();
  await expect(other.locator("header").getByText("Nora is here")).toBeAttached();

  const card = other
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: other.getByRole("heading") })
    .first();
  const name = await card.getByRole("heading").textContent();
  await card.getByRole("button", { name: /^New picture for / }).click();
  await expect(page.locator("header").getByText(`Ben is at “${name}”`)).toBeAttached();
  const before = await page.locator("li[data-asset]").first().locator("img").getAttribute("src");
  await panelOf(other)
    .getByRole("button", { name: /^Make it again/ })
    .click();
  await expect(page.locator("li[data-asset]").first().locator("img")).not.toHaveAttribute(
    "src",
    before ?? "",
  );
});

test("an invitation to an address waits in that person's list, and opens the universe", async ({
  browserOf,
}) => {
  const ada = await newEducator("Ada");
  const page = await browserOf(nora);
  await openShare(page);
  await inviteBy(page, "Can look", ada.email);
  await expect(share(page).getByRole("listitem").filter({ hasText: ada.email })).toBeVisible();

  const other = await browserOf(ada, { reducedMotion: "reduce" });
  await other.goto("/drafts");
  const notice = other.getByRole("list", { name: "Invitations" }).getByRole("listitem");
  await expect(notice).toContainText(`Nora invites you to the universe “${draft.name}”.`);
  await expectNoBarriers(other);
  await notice.getByRole("button", { name: "Come along" }).click();
  await expect(other.getByRole("heading", { name: draft.name, level: 1 })).toBeVisible();
  await expect(other.getByRole("button", { name: /^New picture for / })).toHaveCount(0);
  await expect(other.getByRole("button", { name: "Publish" })).toHaveCount(0);
});

test("a role that the owner changes counts at once on the other's page", async ({ browserOf }) => {
  const ben = await newEducator("Ben");
  await letIn(ben, "viewer");
  const other = await browserOf(ben);
  await other.goto(`/drafts/${draft.id}`);
  await expect(other.getByRole("main").getByRole("status")).toHaveText("Live");
  await expect(other.getByRole("button", { name: /^New picture for / })).toHaveCount(0);
  const page = await browserOf(nora);
  await openShare(page);
  await share(page).getByRole("button", { name: "What Ben may do" }).click();
  await page.getByRole("menuitemradio", { name: "Can change" }).press("Enter");
  await expect(other.getByRole("button", { name: /^New picture for / })).toHaveCount(2);
});

test("who is removed may come back for a moment by undo, and is then led out", async ({
  browserOf,
  noise,
}) => {
  noise.expect(new RegExp(`^404 GET .*/api/drafts/${draft.id}(/members)?$`));
  const ben = await newEducator("Ben");
  await letIn(ben, "editor");
  const other = await browserOf(ben);
  await other.goto(`/drafts/${draft.id}`);
  await expect(other.getByRole("main").getByRole("status")).toHaveText("Live");
  const page = await browserOf(nora);
  await openShare(page);
  const row = share(page).getByRole("listitem").filter({ hasText: ben.email });
  const remove = async () => {
    await share(page).getByRole("button", { name: "What Ben may do" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
    await expect(row).toHaveCount(0);
  };
  await remove();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
  await remove();
  // Leaving the page ends the time to undo.
  await page.goto("/drafts");
  await expect(other).toHaveURL(/\/drafts$/);
  await expect(other.getByText("You are no longer among the people of this universe.")).toBeVisible();
});

test("a secret link shows the cards as children see them, without an account, until it is ended", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^404 GET .*\/preview\//);
  const page = await browserOf(nora, { reducedMotion: "reduce" });
  await openShare(page);
  await share(page).getByRole("button", { name: "Make a secret link" }).click();
  const link = await share(page).getByRole("textbox", { name: "Address to give away" }).inputValue();
  await expectNoBarriers(page);

  const child = await browserOf(anybody);
  await child.goto(link);
  await expect(child.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute("aria-valuemax", "2");
  await expect
    .poll(() =>
      child
        .locator("main img")
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
  await expect(child.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect(await child.context().cookies()).toEqual([]);

  await share(page).getByRole("button", { name: "End all" }).click();
  await expect(page.getByText("The secret links are ended")).toBeVisible();
  expect((await child.goto(link))?.status()).toBe(404);
});

test("the preview in the studio is what children will see", async ({ browserOf }) => {
  const page = await browserOf(nora);
  await page.goto(`/drafts/${draft.id}`);
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Preview" }).click();
  const preview = await opened;
  await expect(preview.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute(
    "aria-valuemax",
    "2",
  );
});

test("an invitation asks visitors to sign in, and brings them back to it", async ({ browserOf }) => {
  const { url } = await call<{ url: string }>(nora, "POST", `/api/drafts/${draft.id}/invitations`, {
    role: "viewer",
  });
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "You are invited" })).toBeVisible();
  await expectNoBarriers(page);
  const ada = await newEducator("Ada");
  await page.getByRole("link", { name: "Sign in and come along" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill(ada.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Come along" }).click();
  await expect(page.getByRole("heading", { name: draft.name, level: 1 })).toBeVisible();
  await page.goto("/invitations/no-such-secret");
  await expect(page.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
  await expectNoBarriers(page);
});
