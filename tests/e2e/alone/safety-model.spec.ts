import { newEducator, newStaff } from "../setup/people.ts";
import { sql, stack } from "../setup/studio.ts";
import { expect, test } from "../setup/test.ts";
import { newDraft } from "../setup/universes.ts";

/** Fine for the lists of a deck in French, and not for a model that reads German too. */
const cigarettes = "eine Schachtel Zigaretten";

test.beforeEach("an operator puts the safety model into use", async () => {
  await sql`update public.models set is_active = true, input_mapping = '{"text": "$text"}'
    where job_type = 'moderate' and name = 'atelier/moderation'`;
});
test.afterEach("and takes it out of use again", async () => {
  await sql`update public.models set is_active = false, input_mapping = '{"text": "$text", "languages": "$languages"}'
    where job_type = 'moderate'`;
  await faults("DELETE");
  await sql`update private.provider_state set held_until = '-infinity'`;
});

const faults = (method: "POST" | "DELETE", body?: unknown) =>
  fetch(new URL("/control/faults", stack.status.modelsUrl), {
    method,
    headers: { authorization: "Bearer any-token", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const judgements = (userId: string) =>
  sql`select status from public.jobs where user_id = ${userId} and type = 'moderate' order by created_at`;

interface Answer {
  status: number;
  body: { id?: string; code?: string; errors?: { path: string; message: string }[] };
}

async function ask(
  who: { accessToken: string },
  method: string,
  path: string,
  body: unknown,
): Promise<Answer> {
  const response = await fetch(new URL(path, stack.status.studioUrl), {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${who.accessToken}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

test("words that only the model knows are refused with their reason, and cost nothing", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^422 POST .*\/api\/drafts$/);
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/drafts/new");
  for (const name of ["English", "Español", "Italiano", "Deutsch"])
    await page.getByRole("checkbox", { name }).uncheck({ force: true });
  const idea = page.getByRole("textbox", { name: "Or an idea of your own" });
  await idea.fill(cigarettes);
  await page.getByRole("button", { name: "Make everything at once" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Alcohol, tobacco and drugs");
  await expect(idea).toHaveValue(cigarettes);
  expect(await sql`select from public.drafts where owner_id = ${nora.id}`).toHaveLength(0);
  expect(await sql`select from public.credit_entries where user_id = ${nora.id}`).toHaveLength(0);
  expect(await judgements(nora.id)).toEqual([{ status: "completed" }]);
});

test("each field gets its reason, fine words pass, and the same words are judged once", async () => {
  const nora = await newEducator();
  const wish = { theme: "le jardin", name: cigarettes, languages: ["fr"] };
  for (let turn = 0; turn < 2; turn += 1)
    expect(await ask(nora, "POST", "/api/drafts", wish)).toMatchObject({
      status: 422,
      body: { code: "prompt_blocked", errors: [{ path: "name", message: "drugs" }] },
    });
  expect((await ask(nora, "POST", "/api/drafts", { ...wish, name: "Mon jardin" })).status).toBe(201);
  const before = await judgements(nora.id);
  expect((await ask(nora, "POST", "/api/drafts", { ...wish, name: "Mon jardin" })).status).toBe(201);
  expect(await judgements(nora.id)).toEqual(before);
  const [quota] = await sql`select hour_count from public.user_quotas where user_id = ${nora.id}`;
  expect(quota?.hour_count ?? 0).toBe(0);
});

test("a card's new words are judged before its picture is queued", async () => {
  const nora = await newEducator();
  const draft = await newDraft(nora, { theme: "farm", count: 1 });
  await sql`insert into public.draft_assets (draft_id, concept, sort_order) values (${draft.id}, 'cow', 0)`;
  const [card] = await sql`select id from public.draft_assets where draft_id = ${draft.id}`;
  await sql`update public.drafts set languages = '{fr}' where id = ${draft.id}`;
  const path = `/api/drafts/${draft.id}/assets/${card?.id}/regenerate`;
  expect(await ask(nora, "PATCH", path, { prompt: cigarettes })).toMatchObject({
    status: 422,
    body: { code: "prompt_blocked", errors: [{ path: "prompt", message: "drugs" }] },
  });
  expect(await sql`select from public.jobs where draft_id = ${draft.id}`).toHaveLength(0);
});

test("a model that fails makes nobody wait for long, says so, and makes nothing", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^503 POST .*\/api\/drafts$/);
  await faults("POST", { kind: "no-credit" });
  const nora = await newEducator();
  const page = await browserOf(nora);
  await page.goto("/drafts/new");
  await page.getByRole("textbox", { name: "Or an idea of your own" }).fill("a garden of friendly snails");
  await page.getByRole("button", { name: "Make everything at once" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "The words cannot be checked right now",
    {
      timeout: 30_000,
    },
  );
  expect(await sql`select from public.drafts where owner_id = ${nora.id}`).toHaveLength(0);
  await sql`update public.job_pauses set resumed_at = now() where resumed_at is null`;
});

test("an admin sees judged words among the jobs, their writer does not", async ({ browserOf }) => {
  const [nora, ada] = await Promise.all([newEducator(), newStaff("admin")]);
  await newDraft(nora, { theme: "farm" });
  const page = await browserOf(ada);
  await page.goto(`/admin?type=moderate&text=${encodeURIComponent(nora.email)}`);
  await expect(page.getByRole("main").getByText("Word check").first()).toBeVisible();
  const own = await fetch(new URL("/api/jobs", stack.status.studioUrl), {
    headers: { authorization: `Bearer ${nora.accessToken}` },
  });
  expect(await own.json()).toMatchObject({ items: [] });
});
