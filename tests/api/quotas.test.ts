import { beforeEach, describe, expect, it } from "vitest";
import { holdJobs, makeDraft, openJobStage } from "../fixtures/job-stage.ts";
import { type Answer, call } from "../fixtures/studio.ts";
import { database, type NewEducator, newEducator } from "../setup/stack.ts";

let person: NewEducator;

beforeEach(async () => {
  person = await newEducator("Ines");
  await holdJobs(person.id);
});

interface Plan {
  requests_per_hour?: number;
  requests_per_day?: number;
  generation_interval_seconds?: number;
  monthly_credits?: number;
}

/** Puts the person on a plan of their own, generous in all that is not named. */
async function limitTo(limits: Plan): Promise<void> {
  const sql = database();
  const key = `test-${crypto.randomUUID()}`;
  const generous = {
    requests_per_hour: 1000,
    requests_per_day: 1000,
    generation_interval_seconds: 0,
    monthly_credits: 100_000,
  };
  await sql`insert into public.plans ${sql({ key, is_default: false, ...generous, ...limits })}`;
  await sql`insert into public.user_quotas (user_id, plan_key) values (${person.id}, ${key})
    on conflict (user_id) do update set plan_key = excluded.plan_key`;
}

interface Started {
  jobId: string;
  code?: string;
  retry_at?: string;
  status?: number;
}

/** An answer, and the moments between which it was given. */
type Timed = Answer<Started> & { since: number; until: number };

async function timed(asked: () => Promise<Answer<Started>>): Promise<Timed> {
  const since = Date.now();
  return { ...(await asked()), since, until: Date.now() };
}

function generate(draftId: string, key?: string, body: object = {}): Promise<Timed> {
  const headers: Record<string, string> = key ? { "idempotency-key": key } : {};
  return timed(() => call<Started>(person, "POST", `/api/drafts/${draftId}/generate`, body, headers));
}

function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}

async function requestsOf(id: string): Promise<number> {
  const sql = database();
  const [row] =
    await sql`select count(*)::integer as n from public.jobs where user_id = ${id} and parent_id is null`;
  return row?.n;
}

/** A card with a picture job behind it; the studio's workers leave it alone. */
async function makeCard(draftId: string): Promise<string> {
  const sql = database();
  const [card] = await sql`insert into public.draft_assets (draft_id, sort_order, concept)
    values (${draftId}, 0, 'cow') returning id`;
  return card?.id;
}

/** Checks that a refusal says consistently, in header and body, from when it may pass. Returns that moment. */
function retryAt({ status, headers, body, since, until }: Timed, code: string): number {
  expect([status, body.status, body.code]).toEqual([429, 429, code]);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body.retry_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
  const at = Date.parse(body.retry_at ?? "");
  // The header counts whole seconds, rounded up, from the moment of the answer.
  const wait = Number(headers.get("retry-after")) * 1000;
  expect(wait).toBeGreaterThanOrEqual(at - until);
  expect(wait).toBeLessThanOrEqual(Math.max(at - since, 0) + 1000);
  return at;
}

describe("the same idempotency key", () => {
  it("starts one generation, however many ask at once, and all are told of it", async () => {
    const draftId = await makeDraft(person);
    const answers = await times(50, () => generate(draftId, "click-1"));
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([202]);
    expect(new Set(answers.map(({ body }) => body.jobId)).size).toBe(1);
    expect(await requestsOf(person.id)).toBe(1);
    const [quota] = await database()`select hour_count from public.user_quotas where user_id = ${person.id}`;
    expect(quota?.hour_count).toBe(1);
  });

  it("makes one picture again", async () => {
    const draftId = await makeDraft(person);
    const card = await makeCard(draftId);
    const answers = await times(50, () =>
      call<Started>(
        person,
        "PATCH",
        `/api/drafts/${draftId}/assets/${card}/regenerate`,
        {},
        {
          "idempotency-key": "click-2",
        },
      ),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([202]);
    expect(new Set(answers.map(({ body }) => body.jobId)).size).toBe(1);
    expect(await requestsOf(person.id)).toBe(1);
  });

  it("gets the same answer when the request has ended long since", async () => {
    const draftId = await makeDraft(person);
    const first = await generate(draftId, "click-3");
    await call(person, "DELETE", `/api/jobs/${first.body.jobId}`);
    expect((await generate(draftId, "click-3")).body.jobId).toBe(first.body.jobId);
    expect((await generate(draftId, "click-4")).body.jobId).not.toBe(first.body.jobId);
  });

  it("belongs to one request of one person", async () => {
    const [farm, sea] = [await makeDraft(person), await makeDraft(person, "The sea")];
    await generate(farm, "click-5");
    const other = await generate(sea, "click-5");
    expect([other.status, other.body.code]).toEqual([422, "validation_failed"]);
    const card = await makeCard(sea);
    const path = `/api/drafts/${sea}/assets/${card}/regenerate`;
    expect((await call(person, "PATCH", path, {}, { "idempotency-key": "click-5" })).status).toBe(422);
    person = await newEducator("Tom");
    await holdJobs(person.id);
    expect((await generate(await makeDraft(person), "click-5")).status).toBe(202);
  });

  it("that is too long is refused, and nothing is begun", async () => {
    const answer = await generate(await makeDraft(person), "k".repeat(201));
    expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
    expect(await requestsOf(person.id)).toBe(0);
  });
});

describe("fifty requests at once", () => {
  it.each([
    ["an hour", { requests_per_hour: 7 }, 7],
    ["a day", { requests_per_day: 9 }, 9],
  ])("get exactly the limit of %s, and the rest is told when to come back", async (_span, plan, limit) => {
    await limitTo(plan);
    const drafts = await times(50, (index) => makeDraft(person, `Farm ${index}`));
    const answers = await Promise.all(drafts.map((draftId) => generate(draftId)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(limit);
    const refused = answers.filter(({ status }) => status !== 202);
    expect(refused).toHaveLength(50 - limit);
    const moments = new Set(refused.map((answer) => retryAt(answer, "rate_limited")));
    expect(moments.size).toBe(1);
    expect(await requestsOf(person.id)).toBe(limit);
  });

  it("spend no more credits than there are", async () => {
    await limitTo({ monthly_credits: 10 });
    const drafts = await times(50, (index) => makeDraft(person, `Farm ${index}`));
    const cards = await Promise.all(drafts.map(makeCard));
    const answers = await times(50, (index) =>
      generate(drafts[index] ?? "", undefined, { asset_ids: [cards[index]] }),
    );
    const started = answers.filter(({ status }) => status === 202);
    expect(started).toHaveLength(10);
    const [spent] = await database()`select sum(credits)::integer as n from public.credit_entries
      where user_id = ${person.id} and kind = 'charge'`;
    expect(spent?.n).toBe(10);
    for (const answer of answers)
      if (answer.status !== 202) expect(new Date(retryAt(answer, "out_of_credits")).getUTCDate()).toBe(1);
  });
});

describe("a whole universe after the other", () => {
  it("waits for the interval of the plan, while single cards need not", async () => {
    await limitTo({ generation_interval_seconds: 600 });
    const [farm, sea] = [await makeDraft(person), await makeDraft(person, "The sea")];
    const card = await makeCard(sea);
    expect((await generate(farm)).status).toBe(202);
    const refused = await generate(sea);
    retryAt(refused, "rate_limited");
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(600);
    expect((await call(person, "PATCH", `/api/drafts/${sea}/assets/${card}/regenerate`, {})).status).toBe(
      202,
    );
  });
});

describe("running a stopped request again", () => {
  it("is a request of its owner, and of nobody when an admin does it", async () => {
    await limitTo({ requests_per_hour: 2 });
    const { jobId } = (await generate(await makeDraft(person))).body;
    const stop = () => call(person, "DELETE", `/api/jobs/${jobId}`);
    const again = (who: { accessToken: string }) =>
      timed(() => call<Started>(who, "POST", `/api/jobs/${jobId}/retry`));
    await stop();
    expect((await again(person)).status).toBe(202);
    await stop();
    retryAt(await again(person), "rate_limited");
    expect((await again((await openJobStage()).admin)).status).toBe(202);
  });
});

describe("what a stopped request did not make", () => {
  it("is given back once, however often it is stopped", async () => {
    await limitTo({ monthly_credits: 50 });
    const left = async () =>
      (await call<{ credits: { left: number } }>(person, "GET", "/api/preflight")).body.credits.left;
    const { body } = await generate(await makeDraft(person));
    expect(await left()).toBeLessThan(50);
    const stops = await times(10, () => call(person, "DELETE", `/api/jobs/${body.jobId}`));
    expect(stops.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    expect(await left()).toBe(50);
  });
});
