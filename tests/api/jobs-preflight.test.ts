import { beforeAll, describe, expect, it } from "vitest";
import { holdJobs, makeDraft } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";
import { database, type NewEducator, newEducator } from "../setup/stack.ts";

interface Allowance {
  limit: number;
  left: number;
  reset_at: string;
}
interface Preflight {
  jobs: number;
  universes_ahead: number;
  seconds_p50: number;
  seconds_p90: number;
  credits: { needed: number; left: number; renewed_at: string };
  requests: { hour: Allowance; day: Allowance; generation: { ready_at: string | null } };
  refusal: string | null;
  retry_at: string | null;
}

let person: NewEducator;

beforeAll(async () => {
  person = await newEducator("Giulia");
  await holdJobs(person.id);
});

async function forecast(path: string) {
  const answer = await call<Preflight>(person, "GET", path);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const ofDraft = (draftId: string, query = "") => forecast(`/api/drafts/${draftId}/preflight${query}`);
const generate = (draftId: string) =>
  call<{ retry_at: string }>(person, "POST", `/api/drafts/${draftId}/generate`, {});

describe("the forecast of a new universe", () => {
  it("tells time, place, price and what is left", async () => {
    const ten = await forecast("/api/preflight?pieces=image");
    expect(ten).toMatchObject({ jobs: 11, refusal: null, retry_at: null });
    expect(ten.seconds_p50).toBeGreaterThan(0);
    expect(ten.seconds_p90).toBeGreaterThanOrEqual(ten.seconds_p50);
    expect(ten.universes_ahead).toBeGreaterThanOrEqual(0);
    expect(ten.requests.hour.left).toBe(ten.requests.hour.limit);
    expect(ten.requests.day.left).toBe(ten.requests.day.limit);
    const thirty = await forecast("/api/preflight?count=30&pieces=image");
    expect(thirty.jobs).toBe(31);
    expect(thirty.credits.needed).toBeGreaterThan(ten.credits.needed);
    expect(thirty.seconds_p50).toBeGreaterThan(ten.seconds_p50);
  });

  it("is about pictures, texts, music and a cover when nobody says what else, and about what is named", async () => {
    const usual = await forecast("/api/preflight");
    // The concepts; ten pictures, ten texts; music; cover.
    expect(usual.jobs).toBe(23);
    const whole = await forecast("/api/preflight?pieces=image,video,text,music,cover");
    expect(whole.jobs).toBe(33);
    expect(whole.credits.needed).toBeGreaterThan(usual.credits.needed);
    expect((await forecast("/api/preflight?pieces=image,speech")).refusal).toBe("model_not_configured");
    for (const query of ["pieces=soul", "pieces=", "languages=", "languages=fr,la"])
      expect((await call(person, "GET", `/api/preflight?${query}`)).status).toBe(422);
  });

  it.each(["0", "31", "-1", "1.5", "ten", "", "1&count=2"])("of %j cards is refused", async (count) => {
    expect((await call(person, "GET", `/api/preflight?count=${count}`)).status).toBe(422);
  });
});

describe("the forecast of a draft", () => {
  it("counts what is missing, and one request costs what was said", async () => {
    const draftId = await makeDraft(person, "Farm", 4);
    const before = await ofDraft(draftId);
    expect(before).toMatchObject({ jobs: 5, refusal: null });
    expect((await generate(draftId)).status).toBe(202);
    const after = await ofDraft(draftId);
    expect(after.refusal).toBe("already_running");
    expect(after.credits.left).toBe(before.credits.left - before.credits.needed);
    expect(after.requests.hour.left).toBe(before.requests.hour.left - 1);
  });

  it("is about the cards that are named", async () => {
    const draftId = await makeDraft(person, "Sea", 2);
    const cards = await database()<{ id: string }[]>`
      insert into public.draft_assets (draft_id, sort_order, concept)
      select ${draftId}, n, 'fish ' || n from generate_series(0, 1) n returning id`;
    const ids = cards.map(({ id }) => id);
    expect((await ofDraft(draftId, `?asset_ids=${ids[0]}`)).jobs).toBe(1);
    expect((await ofDraft(draftId, `?asset_ids=${ids.join(",")}`)).jobs).toBe(2);
    expect((await ofDraft(draftId, `?asset_ids=${ids[0]}&asset_ids=${ids[1]}`)).jobs).toBe(2);
    // With none of them it is about pieces of the universe, as the request is.
    expect((await ofDraft(draftId, "?asset_ids=&pieces=music,image")).jobs).toBe(1);
    const foreign = `/api/drafts/${draftId}/preflight?asset_ids=${crypto.randomUUID()}`;
    expect((await call(person, "GET", foreign)).status).toBe(404);
  });

  it("with cards that are no ids is refused", async () => {
    const draftId = await makeDraft(person);
    for (const query of ["asset_ids=x", "asset_ids=,", `asset_ids=${crypto.randomUUID()},`])
      expect((await call(person, "GET", `/api/drafts/${draftId}/preflight?${query}`)).status).toBe(422);
  });

  it("warns of a refusal with the moment that the refusal says", async () => {
    const sql = database();
    await sql`insert into public.plans values ('one-an-hour', false, 1, 100, 0, 1000) on conflict do nothing`;
    await sql`insert into public.user_quotas (user_id, plan_key) values (${person.id}, 'one-an-hour')
      on conflict (user_id) do update set plan_key = excluded.plan_key, hour_count = 0`;
    await generate(await makeDraft(person));
    const next = await makeDraft(person);
    const warned = await ofDraft(next);
    const refused = await generate(next);
    expect([warned.refusal, refused.status]).toEqual(["rate_limited", 429]);
    expect(Math.floor(Date.parse(warned.retry_at ?? ""))).toBe(Date.parse(refused.body.retry_at));
  });
});
