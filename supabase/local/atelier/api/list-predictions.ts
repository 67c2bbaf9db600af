import { isFinished, type Prediction } from "../queue/prediction.ts";
import { answer } from "./answers.ts";
import type { Door } from "./context.ts";
import { cutCall, strikeCall } from "./fault-answers.ts";
import { viewPrediction } from "./prediction-view.ts";
import { Problem } from "./problems.ts";

const pageSize = 100;

interface Cursor {
  /** Predictions strictly beyond this one in the order of creation. */
  from: number;
  newer: boolean;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.newer ? "r=1&" : ""}p=${cursor.from}`).toString("base64url");
}

function readCursor(text: string | null): Cursor {
  if (text === null || text === "") return { from: Number.POSITIVE_INFINITY, newer: false };
  const values = new URLSearchParams(Buffer.from(text, "base64url").toString("utf8"));
  const from = Number(values.get("p") ?? Number.NaN);
  if (!Number.isInteger(from)) throw new Problem(400, "Bad request", "The cursor cannot be read.");
  return { from, newer: values.get("r") === "1" };
}

function readTime(url: URL, name: string, fallback: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return fallback;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Problem(400, "Bad request", `${name} is not a date-time.`);
  return time;
}

/** One page of the list, newest first, with the cursors to both sides. */
function pageOf(all: readonly Prediction[], cursor: Cursor, size: number) {
  const newestFirst = all.toReversed();
  const side = newestFirst.filter(({ sequence }) =>
    cursor.newer ? sequence > cursor.from : sequence < cursor.from,
  );
  const items = cursor.newer ? side.slice(-size) : side.slice(0, size);
  const first = items.at(0)?.sequence ?? cursor.from;
  const last = items.at(-1)?.sequence ?? cursor.from;
  const hasNewer = all.some(({ sequence }) => sequence > first);
  const hasOlder = all.some(({ sequence }) => sequence < last);
  return {
    items,
    previous: hasNewer ? writeCursor({ from: first, newer: true }) : null,
    next: hasOlder ? writeCursor({ from: last, newer: false }) : null,
  };
}

/** `GET /v1/predictions`: 100 a page, newest first, `next` and `previous` as URLs. */
export const listPredictions: Door = async (context, call) => {
  const { url, response } = call;
  const fault = context.control?.faults.strikeCall("list", {}) ?? null;
  if (fault?.kind === "reset" || fault?.kind === "reset-before") return cutCall(call);
  await strikeCall(fault);
  const after = readTime(url, "created_after", Number.NEGATIVE_INFINITY);
  const before = readTime(url, "created_before", Number.POSITIVE_INFINITY);
  const fromWeb = url.searchParams.get("source") === "web";
  const matching = context.scheduler
    .all()
    .filter(({ createdAt }) => !fromWeb && createdAt >= after && createdAt < before);
  const page = pageOf(matching, readCursor(url.searchParams.get("cursor")), pageSize);
  const link = (cursor: string | null) => {
    if (cursor === null) return null;
    const target = new URL("/v1/predictions", context.baseUrl);
    for (const [key, value] of url.searchParams) target.searchParams.set(key, value);
    target.searchParams.set("cursor", cursor);
    return target.href;
  };
  answer(response, 200, {
    next: link(page.next),
    previous: link(page.previous),
    results: page.items.map((prediction) => viewPrediction(prediction, context.baseUrl)),
  });
};

/** How many predictions are open: for health checks. */
export function countOpen(all: readonly Prediction[]): number {
  return all.filter((prediction) => !isFinished(prediction)).length;
}
