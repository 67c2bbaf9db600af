import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { call, sql } from "./setup/studio.ts";
import { anybody, expect, test } from "./setup/test.ts";
import { finishedDraft } from "./setup/universes.ts";

/** The part of the page under this heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const signIn = async (page: Page, { email, password }: Pick<Person, "email" | "password">) => {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password").filter({ visible: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

test("a teacher changes her name, language and look, and every page follows", async ({ browserOf }) => {
  const page = await browserOf(await newEducator());
  await page.goto("/drafts");
  await page.getByRole("button", { name: "Account of Nora" }).click();
  await page.getByRole("menuitem", { name: "My account" }).click();
  await expect(page.getByRole("heading", { name: "My account", level: 1 })).toBeVisible();

  const name = part(page, "Your name");
  await name.getByLabel("Name").fill("   ");
  await name.getByRole("button", { name: "Save" }).click();
  await expect(name.getByText("Type a name of at most 100 characters.")).toBeVisible();
  await name.getByLabel("Name").fill("Eleonora");
  await name.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Account of Eleonora" })).toBeVisible();

  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByText("Deutsch", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Mein Konto", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dunkel" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Deutsch" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Eleonora");
});

test("a teacher sees what she has used, and a failed reading can be tried again", async ({
  browserOf,
  noise,
}) => {
  const nora = await newEducator();
  await finishedDraft(nora, { count: 1 });
  const usage = await call<{ months: { credits: number }[] }>(nora, "GET", "/api/users/me/usage");
  expect(usage.months[0]?.credits).toBeGreaterThan(0);

  noise.expect(/^503 GET .*\/api\/users\/me\/usage/);
  const page = await browserOf(nora);
  const answer = {
    status: 503,
    contentType: "application/problem+json",
    body: '{"code":"database_unavailable"}',
  };
  await page.route("**/api/users/me/usage", (route) => route.fulfill(answer));
  await page.goto("/account");
  const figures = part(page, "What you have used");
  await expect(figures.getByRole("alert")).toHaveText(/resting for a moment/);
  await page.unroute("**/api/users/me/usage");
  await figures.getByRole("button", { name: "Try again" }).click();
  await expect(figures.getByText("Requests today")).toBeVisible();
  const month = figures.getByRole("row").nth(1);
  await expect(month.getByRole("cell").first()).toHaveText(String(usage.months[0]?.credits));
  await expect(figures.getByRole("row")).toHaveCount(7);
});

test("a teacher who forgot to sign out at school does it from home, and the school's browser is out", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  const [home, school] = [await browserOf(nora), await browserOf(nora)];
  await school.goto("/drafts");
  await expect(school.getByRole("button", { name: "Account of Nora" })).toBeVisible();
  await home.goto("/account");
  const sessions = part(home, "Where you are signed in");
  // One of the sign-up, and one of each browser.
  await expect(sessions.getByRole("listitem")).toHaveCount(3);
  await expect(sessions.getByRole("listitem").first()).toContainText("Here");
  await sessions.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(sessions.getByText("You are signed in here and nowhere else.")).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);

  await school.goto("/drafts/new");
  await expect(school).toHaveURL("/sign-in?next=%2Fdrafts%2Fnew");
  await home.reload();
  await expect(home.getByRole("heading", { name: "My account", level: 1 })).toBeVisible();
  await expect(call(nora, "GET", "/api/drafts")).rejects.toThrow("answered 401");
});

test("a teacher changes her password, which only who knows the present one can", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^400 POST .*\/auth\/v1\/token/);
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/account");
  const form = part(page, "Password");
  await form.getByLabel("Present password").fill("not my password");
  await form.getByLabel("New password").fill("six-little-fish");
  await form.getByRole("button", { name: "Change the password" }).click();
  await expect(form.getByText("That is not your present password.")).toBeVisible();
  await expect(form.getByLabel("Present password")).toBeFocused();

  await form.getByLabel("Present password").fill(nora.password);
  await form.getByLabel("New password").fill("short");
  await form.getByRole("button", { name: "Change the password" }).click();
  await expect(form.getByText("Choose 8 to 72 characters.")).toBeVisible();
  await form.getByLabel("New password").fill("six-little-fish");
  await form.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(part(page, "Where you are signed in").getByRole("listitem")).toHaveCount(1);

  const elsewhere = await browserOf(anybody);
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, { email: nora.email, password: "six-little-fish" });
  await expect(elsewhere.getByRole("button", { name: "Account of Nora" })).toBeVisible();
});

test("a teacher changes her address, which only who knows the password can, and not to somebody else's", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^(400 POST .*\/auth\/v1\/token|422 PUT .*\/auth\/v1\/user)/);
  const [nora, luca] = await Promise.all([newEducator(), newEducator("Luca")]);
  const page = await browserOf(nora);
  await page.goto("/account");
  const form = part(page, "E-mail address");
  const change = async (email: string, password: string) => {
    await form.getByLabel("New address").fill(email);
    await form.getByLabel("Your password").fill(password);
    await form.getByRole("button", { name: "Change the address" }).click();
  };
  await change(nora.email.toUpperCase(), nora.password);
  await expect(form.getByText("This is your address already.")).toBeVisible();
  const next = `new-${nora.email}`;
  await change(next, "not my password");
  await expect(form.getByText("That is not your password.")).toBeVisible();
  await change(luca.email, nora.password);
  await expect(form.getByRole("alert")).toHaveText("This address belongs to another account.");
  await change(next, nora.password);
  await expect(page.getByText("Your address is changed.")).toBeVisible();
  await expect(form.getByText(next)).toBeVisible();
  const elsewhere = await browserOf(anybody);
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, { email: next, password: nora.password });
  await expect(elsewhere.getByRole("button", { name: "Account of Nora" })).toBeVisible();
});

test("an address that waits for two letters is shown, with what is still to be done", async ({
  browserOf,
}) => {
  const nora = await newEducator();
  await sql`
    update auth.users set email_change = 'next@studio.test', email_change_sent_at = now() where id = ${nora.id}`;
  const page = await browserOf(nora);
  await page.goto("/account");
  const waiting = part(page, "E-mail address").getByRole("status");
  await expect(waiting).toContainText("next@studio.test is waiting to be confirmed");
  await expect(waiting).toContainText(`to ${nora.email} and to next@studio.test`);
  // The link of one mailbox comes back without a code, and says in the fragment that the other one waits.
  await page.goto("/auth/callback?next=%2Faccount#message=Confirmation+link+accepted");
  await expect(page).toHaveURL("/account#message=Confirmation+link+accepted");
  await expect(waiting).toContainText("Now open the one in your other mailbox.");
  await page.goto("/auth/callback?next=%2Faccount&error=access_denied&error_code=otp_expired");
  await expect(part(page, "E-mail address").getByRole("alert")).toContainText("no longer good");
});

test("nothing keeps people out of the account page", async ({ browserOf }) => {
  const page = await browserOf(await newEducator(), { reducedMotion: "reduce" });
  await page.goto("/account");
  await expect(part(page, "What you have used").getByRole("table")).toBeVisible();
  await expect(part(page, "Where you are signed in").getByRole("listitem").first()).toBeVisible();
  await expectNoBarriers(page);
  await part(page, "Password").getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Type your password.")).toBeVisible();
  await expectNoBarriers(page);
});

test("somebody who is signed out is asked to sign in at /account", async ({ browserOf }) => {
  const page = await browserOf(anybody);
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?next=%2Faccount");
});
