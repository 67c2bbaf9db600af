import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Child } from "../../supabase/local/supervisor.ts";
import { buildIfStale } from "../../supabase/local/web/build.ts";
import { serveWeb, webEnvironment } from "../../supabase/local/web/serve.ts";
import { type OwnStack, openOwnStack } from "../fixtures/own-stack.ts";
import { openProxy, type TcpProxy } from "../fixtures/proxy.ts";
import { demoPassword } from "../setup/stack.ts";

let stack: OwnStack;
/** The network between the Next application and the platform. */
let network: TcpProxy;
let web: Child;
let token: string;
let cookie: string;
let slug: string;

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes, read by tests only.
  body: any;
}

async function ask(
  method: string,
  path: string,
  options: { body?: unknown; headers?: object } = {},
): Promise<Answer> {
  const response = await fetch(new URL(path, stack.status.studioUrl), {
    method,
    redirect: "manual",
    headers: { "content-type": "application/json", ...options.headers },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

const api = (method: string, path: string, body?: unknown, headers: object = {}) =>
  ask(method, path, { body, headers: { authorization: `Bearer ${token}`, ...headers } });

const page = (path: string) => ask("GET", path, { headers: { cookie, accept: "text/html" } });

async function untilEnded(jobId: string): Promise<string> {
  for (;;) {
    const { body } = await api("GET", `/api/jobs/${jobId}`);
    if (["completed", "failed", "cancelled"].includes(body?.status)) return body.status;
    await pause(100);
  }
}

const newDraft = async () =>
  (await api("POST", "/api/drafts", { theme: "space", count: 1, pieces: ["image"] })).body;

/** Ends every other session, so that the database's settings count for everyone who comes back. */
const disconnectAll = () => stack.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'test'`;

beforeAll(async () => {
  stack = await openOwnStack(60);
  network = await openProxy(stack.config.apiPort);
  await buildIfStale(process.env, stack.config.dataDir);
  web = await serveWeb(stack.config, "start", {
    ...process.env,
    ...webEnvironment(stack.status),
    NEXT_PUBLIC_SUPABASE_URL: network.inFrontOf(stack.status.apiUrl),
  });
  const login = await ask("POST", "/api/login", {
    body: { email: "educator@studio.test", password: demoPassword },
  });
  token = login.body.session.access_token;
  cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const draft = await newDraft();
  await untilEnded((await api("POST", `/api/drafts/${draft.id}/generate`, {})).body.jobId);
  await untilEnded(
    (await api("POST", `/api/drafts/${draft.id}/publish`, { visibility: "public" })).body.jobId,
  );
  ({ slug } = draft);
  expect([(await page(`/u/${slug}`)).status, (await page("/drafts")).status]).toEqual([200, 200]);
}, 600_000);

afterEach(() => network.heal());

afterAll(async () => {
  await web?.stop();
  await network?.[Symbol.asyncDispose]();
  await stack?.stop();
});

describe("while the platform hangs", { timeout: 180_000 }, () => {
  it("the API and the pages of people at work answer 503, children's pages go on, and all is well afterwards", async () => {
    network.blackHole();
    const [read, write, work, child] = await Promise.all([
      api("GET", "/api/drafts"),
      api("POST", "/api/drafts", { theme: "ocean", count: 1 }),
      page("/drafts"),
      page(`/u/${slug}`),
    ]);
    for (const { status, headers, body } of [read, write]) {
      expect([status, headers.get("content-type"), body.code]).toEqual([
        503,
        "application/problem+json",
        "database_unavailable",
      ]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect([work.status, Number(work.headers.get("retry-after")) > 0]).toEqual([503, true]);
    expect(work.text).toContain("Try again");
    expect(work.headers.get("content-security-policy")).toContain("nonce-");
    expect(child.status).toBe(200);
    network.heal();
    expect([(await api("GET", "/api/drafts")).status, (await page("/drafts")).status]).toEqual([200, 200]);
  });

  it("nobody is taken for signed out", async () => {
    network.blackHole();
    const pages = await Promise.all([page("/drafts"), page("/admin"), page("/drafts/new")]);
    expect(pages.map(({ status, headers }) => [status, headers.get("location")])).toEqual(
      Array(3).fill([503, null]),
    );
  });

  it("the door of a class says so kindly, with the letters that a child typed", async () => {
    network.blackHole();
    const { status, headers } = await ask("GET", "/class/find?code=bdfghklm");
    expect([status, headers.get("location")]).toEqual([303, "/class?code=BDFGHKLM&away=1"]);
    const door = await ask("GET", String(headers.get("location")));
    expect([door.status, door.text.includes("The studio does not answer at the moment.")]).toEqual([
      200,
      true,
    ]);
  });

  it("a page that is fetched ahead of a click is no error", async () => {
    network.blackHole();
    const ahead = { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" };
    const answer = await fetch(new URL("/drafts", stack.status.studioUrl), { headers: { cookie, ...ahead } });
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
  });
});

describe("when an answer of the platform is lost", () => {
  it("the same click again finds the job that was made", async () => {
    const { id } = await newDraft();
    const generate = () =>
      api("POST", `/api/drafts/${id}/generate`, {}, { "idempotency-key": `click-${id}` });
    network.loseAnswerTo("/rest/v1/rpc/request_generation");
    const lost = await generate();
    expect([lost.status, lost.body.code]).toEqual([503, "database_unavailable"]);
    const again = await generate();
    const jobs = await stack.sql`select id from public.jobs where draft_id = ${id} and is_parent`;
    expect([again.status, jobs.map((job) => job.id)]).toEqual([202, [again.body.jobId]]);
    expect(await untilEnded(again.body.jobId)).toBe("completed");
  });
});

describe("while every connection to the database is taken", { timeout: 180_000 }, () => {
  it("sixty callers are answered, most of them 503 with Retry-After before a connection is free", async () => {
    const lock = await stack.sql.reserve();
    await lock`begin`;
    await lock`lock table public.drafts in access exclusive mode`;
    let isBlocked = true;
    const early: Answer[] = [];
    const all = Array.from({ length: 60 }, async () => {
      const answer = await api("GET", "/api/drafts");
      if (isBlocked) early.push(answer);
      return answer;
    });
    await expect.poll(() => early.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(40);
    isBlocked = false;
    await lock`rollback`;
    lock.release();
    for (const { status, headers } of early)
      expect([status, Number(headers.get("retry-after")) > 0]).toEqual([503, true]);
    // Who held a connection all the while has its list now, or was given up by the database before.
    for (const { status } of await Promise.all(all)) expect([200, 503]).toContain(status);
    expect((await api("GET", "/api/drafts")).status).toBe(200);
  });
});

describe("while the database is read only", { timeout: 400_000 }, () => {
  it("children's and educators' pages can be read, changes are refused in plain words, and jobs go on by themselves afterwards", async () => {
    const draft = await newDraft();
    const other = await newDraft();
    const { jobId } = (await api("POST", `/api/drafts/${draft.id}/generate`, {})).body;
    await stack.sql`alter database postgres set default_transaction_read_only = on`;
    await disconnectAll();
    try {
      await expect.poll(async () => (await api("GET", "/api/drafts")).status).toBe(200);
      for (const path of [`/u/${slug}`, "/explore", "/drafts", `/drafts/${draft.id}`])
        expect([path, (await page(path)).status]).toEqual([path, 200]);
      for (const [method, path, body] of [
        ["POST", "/api/drafts", { theme: "ocean", count: 1 }],
        ["POST", `/api/drafts/${other.id}/generate`, {}],
        ["DELETE", `/api/jobs/${jobId}`, undefined],
      ] as const) {
        const refused = await api(method, path, body);
        expect([path, refused.status, refused.body.code]).toEqual([path, 503, "database_read_only"]);
        expect(refused.body.detail).toBe("The studio can only be read for the moment");
        expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      }
      // Long enough for the schedule to have tried.
      await pause(1000);
      const failed = await stack.sql`select id from public.jobs where status in ('failed', 'cancelled')`;
      expect([...failed]).toEqual([]);
      expect((await api("GET", `/api/jobs/${jobId}`)).body.status).toBe("processing");
    } finally {
      await stack.sql`alter database postgres set default_transaction_read_only = off`;
      await disconnectAll();
    }
    expect(await untilEnded(jobId)).toBe("completed");
    expect((await api("POST", "/api/drafts", { theme: "ocean", count: 1 })).status).toBe(201);
  });
});
