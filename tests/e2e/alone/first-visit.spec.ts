import { expectNoBarriers } from "../setup/accessibility.ts";
import { newEducator } from "../setup/people.ts";
import { sql, stack } from "../setup/studio.ts";
import { anybody, expect, test } from "../setup/test.ts";

/** Pages keep the list of universes until the database tells them of a change. */
async function forgetLists(): Promise<void> {
  const answer = await fetch(new URL("/api/revalidate", stack.status.studioUrl), {
    method: "POST",
    headers: { "content-type": "application/json", apikey: stack.status.secretKey },
    body: JSON.stringify({ slug: "any" }),
  });
  expect(answer.status).toBe(200);
}

let hidden: { id: string }[] = [];

test.beforeEach("nobody has published anything yet", async () => {
  hidden = await sql`
    update public.universes set visibility = 'private' where visibility = 'public' returning id`;
  await forgetLists();
});

test.afterEach(async () => {
  const ids = hidden.map(({ id }) => id);
  await sql`update public.universes set visibility = 'public' where id = any(${ids}::uuid[])`;
  await forgetLists();
});

test("a visitor of a new studio is invited to make the first universe", async ({ browserOf }) => {
  const page = await browserOf(await newEducator(), { reducedMotion: "reduce" });
  await page.goto("/explore");
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("link", { name: "Make the first one" }).click();
  await expect(page.getByRole("heading", { name: "New universe" })).toBeVisible();
});

test("the home page of a new studio shows no empty shelf", async ({ browserOf }) => {
  const page = await browserOf(anybody);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Make a universe" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Just published" })).toHaveCount(0);
});
