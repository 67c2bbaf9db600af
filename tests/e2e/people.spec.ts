import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { type MadeDraft, newDraft } from "./setup/universes.ts";

let nora: Person;
let draft: MadeDraft;

test.beforeEach("Nora has a universe", async () => {
  nora = await newEducator();
  draft = await newDraft(nora, { name: "Our ocean" });
});

const invite = (role: "editor" | "viewer", email?: string) =>
  call<{ url: string }>(nora, "POST", `/api/drafts/${draft.id}/invitations`, { role, email });

const members = async () =>
  (await sql`select user_id from public.draft_members where draft_id = ${draft.id}`).length;

test("an invitation appears while its list is open, and who came along leaves by the tile, or stays by undo", async ({
  browserOf,
}) => {
  const ada = await newEducator("Ada");
  await newDraft(ada, { name: "Ada's own" });
  const page = await browserOf(ada);
  await page.goto("/drafts");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await invite("viewer", ada.email);
  const notice = page.getByRole("list", { name: "Invitations" }).getByRole("listitem");
  await expect(notice).toContainText("Nora invites you to the universe “Our ocean”.");
  await notice.getByRole("button", { name: "Come along" }).click();
  await expect(page.getByRole("heading", { name: "Our ocean", level: 1 })).toBeVisible();

  await page.goto("/drafts");
  const tile = page.locator(`li[data-draft="${draft.id}"]`);
  const leave = async () => {
    await tile.getByRole("button", { name: "More for Our ocean" }).click();
    await expect(page.getByRole("menuitem", { name: "Delete" })).toHaveCount(0);
    await page.getByRole("menuitem", { name: "Leave" }).click();
    await expect(page.getByText("You are leaving “Our ocean”")).toBeVisible();
    await expect(tile).toHaveCount(0);
  };
  await leave();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tile).toBeVisible();
  await expect(page.getByText("You are leaving “Our ocean”")).toHaveCount(0);
  expect(await members()).toBe(1);
  await leave();
  // Leaving the page ends the time to undo.
  await page.goto("/account");
  await expect.poll(members).toBe(0);
  await page.goto("/drafts");
  await expect(page.getByRole("link", { name: /Ada's own/ })).toBeVisible();
  await expect(tile).toHaveCount(0);
});

for (const [place, path] of [
  ["the deck", ""],
  ["the words", "/words"],
] as const)
  test(`who has a universe open that its owner deletes is led out of ${place} kindly`, async ({
    browserOf,
  }) => {
    const ben = await newEducator("Ben");
    const { url } = await invite("editor");
    await call(ben, "POST", "/api/invitations/accept", { token: url.split("/").pop() });
    const page = await browserOf(ben);
    await page.goto(`/drafts/${draft.id}${path}`);
    await expect(page.getByRole("main").getByText("Live", { exact: true })).toBeVisible();
    await call(nora, "DELETE", `/api/drafts/${draft.id}`);
    await expect(page.getByText("This universe was deleted.")).toBeVisible();
    await expect(page).toHaveURL(/\/drafts$/);
    await expect(page.locator(`li[data-draft="${draft.id}"]`)).toHaveCount(0);
  });
