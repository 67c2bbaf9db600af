import { newEducator } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";

test("words that are not for children are refused kindly, and nothing is made or lost", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^422 POST .*\/api\/drafts$/);
  const nora = await newEducator("Nora");
  const page = await browserOf(nora);
  await page.goto("/drafts/new");
  const idea = page.getByRole("textbox", { name: "Or an idea of your own" });
  await idea.fill("soldiers shooting with guns");
  await page.getByRole("button", { name: "Make everything at once" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/left out|Nobody gets hurt/);
  await expect(idea).toHaveValue("soldiers shooting with guns");
  expect(await sql`select from public.drafts where owner_id = ${nora.id}`).toHaveLength(0);
});
