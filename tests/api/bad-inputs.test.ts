import { beforeAll, describe, expect, it } from "vitest";
import fc from "../setup/properties.ts";
import { type NewEducator, newEducator, stack } from "../setup/stack.ts";

let educator: NewEducator;
let draftId: string;

beforeAll(async () => {
  educator = await newEducator();
  const answer = await send({ method: "POST", path: "/api/drafts", body: '{"theme": "farm", "count": 1}' });
  draftId = JSON.parse(answer.text).id;
});

interface Attempt {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

async function send({ method, path, body, headers }: Attempt) {
  const response = await fetch(`${stack().status.studioUrl}${path}`, {
    method,
    redirect: "manual",
    headers: {
      authorization: `Bearer ${educator.accessToken}`,
      "content-type": "application/json",
      ...headers,
    },
    ...(body === undefined ? {} : { body: Buffer.from(body, "utf8") }),
  });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
  };
}

/** What an answer must never be: an error of ours, an error in another shape, or one that shows our code. */
function faultOf({ status, type, text }: Awaited<ReturnType<typeof send>>): string | null {
  if (status >= 500) return `answered ${status}`;
  if (/(\.[cm]?[jt]sx?|node:[\w/]+):\d+:\d+|node_modules|\/app\/api\//.test(text))
    return "showed a stack trace";
  if (status >= 400 && status !== 405 && type !== "application/problem+json") return `answered as ${type}`;
  return null;
}

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.constantFrom(
    "\ud800",
    "a\udfffb",
    "\u202eegnaro",
    "\u200d\u200d",
    "\u3164",
    "e\u0301".repeat(60),
    "x".repeat(5000),
    "👩‍👩‍👧‍👦".repeat(20),
    "%",
    "\\",
    "' or 1=1 --",
    "$1",
    "{concept}",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "\u0001\u007f",
    "NaN",
    "İ",
  ),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, 31, -1, 1.5, 2_147_483_648, 9e15, [], {}, [null], ["fr", "xx"]),
  fc.array(text, { maxLength: 3 }),
  fc.uuid().map((id) => [id]),
);
const fields = [
  "theme",
  "name",
  "languages",
  "count",
  "visibility",
  "pieces",
  "asset_ids",
  "prompt",
  "seed",
  "email",
  "password",
  "slug",
  "action",
  "filter",
  "priority",
  "dry_run",
  "type",
  "user_id",
  "reason",
];
const json = fc.dictionary(fc.oneof(fc.constantFrom(...fields, "__proto__", "constructor"), text), value, {
  maxKeys: 6,
});
const body = fc.oneof(
  { weight: 5, arbitrary: json.map((object) => JSON.stringify(object)) },
  { weight: 3, arbitrary: json.map((object) => JSON.stringify({ theme: "farm", name: "Farm", ...object })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"count": 1e400000, "theme": "farm"}',
      '{"theme": NaN}',
      '{"theme": "a", "theme": "b\\ud800"}',
      '{"__proto__": {"theme": "farm"}}',
      `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
      `{"theme": ${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
      "\ufeff{}",
      "null",
      '"theme"',
      "",
    ),
  },
);
const id = fc.oneof(
  fc.uuid(),
  text.map((odd) => encodeURIComponent(odd.toWellFormed()).slice(0, 300) || "x"),
  fc.constantFrom("%2e%2e%2f", "%00", "%ff", "null", "{draft}", "{draft}", "{draft}"),
);
const query = fc
  .dictionary(
    fc.constantFrom(
      ...["skip", "limit", "status", "type", "draft_id", "scope", "or", "select"],
      ...["user_id", "universe_slug", "parent_id", "text", "created_from", "created_to", "stuck", "cursor"],
      ...["count", "asset_ids", "search", "language", "theme", "sort", "reader"],
    ),
    fc.oneof(
      text,
      fc.integer().map(String),
      fc.constantFrom("1e3", "0x10", "99999999999", "9007199254740993", "", " ", "Infinity", "-0", "1,2"),
    ),
  )
  .map((object) =>
    new URLSearchParams(
      Object.fromEntries(Object.entries(object).map(([key, odd]) => [key, odd.toWellFormed()])),
    ).toString(),
  );
const header = fc.string({ unit: fc.constantFrom(..."azAZ09 ~!\"#$%&'()*+,-./:;<=>?@[]^_`{|}é") });
const headers = fc.record(
  { "idempotency-key": header, "x-request-id": header, "content-type": header, range: header },
  { requiredKeys: [] },
);

const paths: [method: string, path: string][] = [
  ["GET", "/api/drafts?{query}"],
  ["GET", "/api/jobs?{query}"],
  ["GET", "/api/jobs?{query}"],
  ["GET", "/api/jobs/export?{query}"],
  ["GET", "/api/jobs/{id}/timeline"],
  ["GET", "/api/preflight?{query}"],
  ["GET", "/api/drafts/{id}/preflight?{query}"],
  ["PATCH", "/api/jobs/{id}"],
  ["POST", "/api/jobs/bulk"],
  ["POST", "/api/jobs/pauses"],
  ["DELETE", "/api/jobs/pauses/{id}"],
  ["GET", "/api/universes?{query}"],
  ["GET", "/api/universes/{id}"],
  ["GET", "/api/drafts/{id}"],
  ["GET", "/api/drafts/{id}/assets"],
  ["GET", "/api/drafts/{id}/status"],
  ["GET", "/api/jobs/{id}"],
  ["GET", "/api/{id}"],
  ["DELETE", "/api/jobs/{id}"],
  ["POST", "/api/jobs/{id}/retry"],
  ["POST", "/api/drafts"],
  ["POST", "/api/drafts"],
  ["POST", "/api/drafts"],
  ["POST", "/api/drafts/{id}/generate"],
  ["POST", "/api/drafts/{id}/publish"],
  ["PATCH", "/api/drafts/{id}/assets/{id}/regenerate"],
  ["POST", "/api/login"],
  ["POST", "/api/register"],
  ["POST", "/api/revalidate"],
];
const attempt = fc
  .record({ route: fc.constantFrom(...paths), ids: fc.tuple(id, id), query, body, headers })
  .map(({ route: [method, path], ids, query, body, headers }): Attempt => {
    let turn = 0;
    const filled = path.replaceAll("{id}", () => ids[turn++] ?? "x").replace("{query}", query);
    return {
      method,
      path: filled.replaceAll("{draft}", draftId),
      headers,
      ...(method === "GET" || method === "DELETE" ? {} : { body }),
    };
  });

it("a stack trace is known in an answer, and a sentence with a time is none", () => {
  const answer = { status: 200, type: "application/json" };
  for (const line of ["at f (/srv/.next/server/app.js:1:22)", "at node:internal/process/task_queues:95:5"])
    expect(faultOf({ ...answer, text: `Error: x\n    ${line}` })).toBe("showed a stack trace");
  expect(faultOf({ ...answer, text: '"It sleeps at night.", "2026-11-21T20:45:33Z"' })).toBeNull();
});

describe("a thousand bad inputs", () => {
  it("are each answered as their sender's fault, in the one shape of errors, without our code in it", {
    timeout: 300_000,
  }, async () => {
    const attempts = fc.sample(attempt, 1000);
    const faults: unknown[] = [];
    const seen = new Map<number, number>();
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let next = attempts.pop(); next; next = attempts.pop()) {
          const answer = await send(next);
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          const fault = faultOf(answer);
          if (fault) faults.push({ fault, ...next, answer: answer.text.slice(0, 200) });
        }
      }),
    );
    expect(faults.slice(0, 5)).toEqual([]);
    for (const status of [400, 404, 422]) expect(seen.get(status)).toBeGreaterThan(20);
  });
});
