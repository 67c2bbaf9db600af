import { beforeAll, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage, putJob } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";
import { database, stack } from "../setup/stack.ts";

let stage: JobStage;

beforeAll(async () => {
  stage = await openJobStage();
});

type Who = keyof JobStage | "anonymous";
const everyone: Who[] = ["owner", "stranger", "support", "admin", "anonymous"];

/** A door, what it is asked with (made anew for each visitor), and what each of `everyone` is answered. */
type Door = [
  method: string,
  path: (ids: { job: string; failed: string; draft: string; pause: string }) => string,
  body: object | undefined,
  answers: [owner: number, stranger: number, support: number | string, admin: number, anonymous: number],
];

const doors: Record<string, Door> = {
  "the caller's jobs": ["GET", () => "/api/jobs", undefined, [200, 200, 200, 200, 401]],
  "everyone's jobs": ["GET", () => "/api/jobs?scope=all", undefined, [403, 403, 200, 200, 401]],
  "a job": ["GET", ({ job }) => `/api/jobs/${job}`, undefined, [200, 404, 200, 200, 401]],
  "a timeline": ["GET", ({ job }) => `/api/jobs/${job}/timeline`, undefined, [200, 404, 200, 200, 401]],
  "the statistics": ["GET", () => "/api/jobs/statistics", undefined, [403, 403, 200, 200, 401]],
  "the export": ["GET", ({ job }) => `/api/jobs/export?text=${job}`, undefined, [403, 403, 200, 200, 401]],
  "a new priority": ["PATCH", ({ job }) => `/api/jobs/${job}`, { priority: 9 }, [403, 403, 403, 200, 401]],
  "stopping a job": ["DELETE", ({ job }) => `/api/jobs/${job}`, undefined, [200, 404, 403, 200, 401]],
  "running a job again": [
    "POST",
    ({ failed }) => `/api/jobs/${failed}/retry`,
    undefined,
    [202, 404, 403, 202, 401],
  ],
  "counting for a change in bulk": [
    "POST",
    () => "/api/jobs/bulk",
    { action: "cancel", filter: { draft_id: crypto.randomUUID() } },
    [403, 403, 403, 200, 401],
  ],
  "lifting a pause": [
    "DELETE",
    ({ pause }) => `/api/jobs/pauses/${pause}`,
    undefined,
    [403, 403, 403, 204, 401],
  ],
  "a forecast": ["GET", () => "/api/preflight", undefined, [200, 200, 200, 200, 401]],
  "the forecast of a draft": [
    "GET",
    ({ draft }) => `/api/drafts/${draft}/preflight`,
    undefined,
    [200, 404, 404, 404, 401],
  ],
};

async function makeThings() {
  const draft = await makeDraft(stage.owner);
  const [job, failed] = await Promise.all([
    putJob(stage.owner),
    putJob(stage.owner, { status: "failed", draft_id: draft }),
  ]);
  const [pause] = await database()<{ id: string }[]>`
    insert into public.job_pauses (user_id, reason) values (${stage.stranger.id}, 'a test')
    on conflict (type, user_id) where resumed_at is null do update set reason = 'a test' returning id`;
  return { draft, job, failed, pause: pause?.id ?? "" };
}

describe.each(Object.entries(doors))("%s", (_name, [method, path, body, answers]) => {
  it.each(everyone.map((who, index) => [who, answers[index]] as const))("for %s: %s", async (who, status) => {
    const address = path(await makeThings());
    const answer = await fetch(new URL(address, stack().status.studioUrl), {
      method,
      headers: {
        "content-type": "application/json",
        ...(who === "anonymous" ? {} : { authorization: `Bearer ${stage[who].accessToken}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    await answer.arrayBuffer();
    expect(`${status}`).toContain(answer.status);
    if (answer.status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("a pause", () => {
  it("is made by admins only", async () => {
    const { id: user_id } = stage.stranger;
    for (const who of [stage.owner, stage.stranger, stage.support])
      expect((await call(who, "POST", "/api/jobs/pauses", { user_id })).status).toBe(403);
    expect((await call(null, "POST", "/api/jobs/pauses", { user_id })).status).toBe(401);
    expect((await call(stage.admin, "POST", "/api/jobs/pauses", { user_id })).status).toBe(201);
  });
});

describe("a job that nobody knows", () => {
  it.each([
    ["GET", ""],
    ["GET", "/timeline"],
    ["DELETE", ""],
    ["POST", "/retry"],
    ["PATCH", ""],
  ])("is not found, by %s %s", async (method, rest) => {
    for (const id of [crypto.randomUUID(), "none"]) {
      const body = method === "PATCH" ? { priority: 1 } : undefined;
      expect((await call(stage.admin, method, `/api/jobs/${id}${rest}`, body)).status).toBe(404);
    }
  });
});

it("support that was made an educator loses the doors at once", async () => {
  const person = stage.stranger;
  const asked = () => call(person, "GET", "/api/jobs/statistics");
  await database()`update public.user_roles set role = 'support' where user_id = ${person.id}`;
  expect((await asked()).status).toBe(200);
  await database()`update public.user_roles set role = 'educator' where user_id = ${person.id}`;
  expect((await asked()).status).toBe(403);
});
