import { newEducator } from "./setup/people.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { newDraft } from "./setup/universes.ts";

test("somebody who is signed out signs in first, and comes back to where they wanted to go", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { name: "Deep down" });
  const page = await browserOf(anybody);
  await page.goto(`/drafts/${draft.id}`);
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/drafts/${draft.id}`)}`);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(nora.email);
  await page.getByLabel("Password").filter({ visible: true }).fill(nora.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/drafts/${draft.id}`);
  await expect(page.getByRole("heading", { name: "Deep down" })).toBeVisible();
});

test("a password is not sent before the page listens, and stays out of the address", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const page = await browserOf(anybody);
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", (route) => held.promise.then(() => route.continue()));
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "E-mail address" }).fill(nora.email);
  await page.getByLabel("Password").filter({ visible: true }).fill(nora.password);
  await page.keyboard.press("Enter");
  const action = page.getByRole("button", { name: "Sign in", exact: true });
  await expect(action).toBeDisabled();
  held.resolve();
  await action.click();
  await expect(page).toHaveURL("/drafts");
});

for (const path of ["/drafts", "/drafts/new"])
  test(`somebody who is signed out is asked to sign in at ${path}`, async ({ browserOf }) => {
    const page = await browserOf(anybody);
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  });

test("a wrong password is refused in words, and the address stays", async ({ browserOf, noise }) => {
  noise.expect(/^400 POST .*\/auth\/v1\/token/);
  const page = await browserOf(anybody);
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("educator@studio.test");
  await page.getByLabel("Password").filter({ visible: true }).fill("not my password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    "The address or the password is not right.",
  );
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue("educator@studio.test");
});

test("another educator finds nothing at the address of somebody's draft", async ({ browserOf, noise }) => {
  noise.expect(/^404 GET .*\/drafts\//);
  const [nora, luca] = await Promise.all([newEducator("Nora"), newEducator("Luca")]);
  const draft = await newDraft(nora, { name: "Nora's secret" });
  const page = await browserOf(luca);
  await page.goto(`/drafts/${draft.id}`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page.getByText("Nora's secret")).toHaveCount(0);
  expect(await page.title()).not.toContain("Nora's secret");
  await page.getByRole("link", { name: "See the universes" }).click();
  await expect(page.getByRole("heading", { name: "Explore" })).toBeVisible();
});

test("somebody who signs out is out, in the other tab too", async ({ browserOf }) => {
  const page = await browserOf(await newEducator());
  await page.goto("/drafts");
  await page.getByRole("button", { name: "Account of Nora" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  const tab = await page.context().newPage();
  await tab.goto("/drafts");
  await expect(tab).toHaveURL("/sign-in?next=%2Fdrafts");
});
