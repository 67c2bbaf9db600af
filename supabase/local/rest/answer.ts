import { ApiError } from "./api-error.ts";
import type { Outcome } from "./execute.ts";
import type { ApiCall, Plan } from "./plan.ts";

/** Refuses a result that the caller said it would not take. Runs before the commit, so a refused write leaves nothing. */
export function checkOutcome({ media, preferences }: ApiCall, plan: Plan, outcome: Outcome): void {
  const { pageTotal, total } = outcome;
  const wantsOne = media.kind === "object" && plan.returnsBody && plan.routine?.returns !== "value";
  if (wantsOne && pageTotal !== 1)
    throw new ApiError(
      406,
      "PGRST116",
      "Cannot coerce the result to a single JSON object",
      `The result contains ${pageTotal} rows`,
    );
  if (preferences.maxAffected !== undefined && plan.kind !== "read" && pageTotal > preferences.maxAffected)
    throw new ApiError(
      400,
      "PGRST124",
      "Query result exceeds max-affected preference constraint",
      `The query affects ${pageTotal} rows`,
    );
  if (total !== null && plan.offset > 0 && plan.offset > total)
    throw new ApiError(
      416,
      "PGRST103",
      "Requested range not satisfiable",
      `An offset of ${plan.offset} was requested, but there are only ${total} rows.`,
    );
}

function contentRange({ offset }: Plan, { pageTotal, total }: Outcome): string {
  const range = pageTotal === 0 ? "*" : `${offset}-${offset + pageTotal - 1}`;
  return `${range}/${total ?? "*"}`;
}

function statusOf(plan: Plan, outcome: Outcome): number {
  if (outcome.status !== null) return outcome.status;
  if (plan.kind === "create") return 201;
  if (plan.kind === "change") return plan.returnsBody ? 200 : 204;
  if (plan.routine?.returns === "void") return 204;
  return outcome.total !== null && outcome.pageTotal < outcome.total ? 206 : 200;
}

function location(call: ApiCall, body: string | null): string | undefined {
  if (call.preferences.returning !== "headers-only" || body === null) return undefined;
  const key = Object.entries(JSON.parse(body) as Record<string, unknown>);
  return `/${call.name}?${key.map(([name, value]) => `${name}=eq.${encodeURIComponent(String(value))}`).join("&")}`;
}

/** The HTTP answer for what the database gave. */
export function answer(call: ApiCall, plan: Plan, outcome: Outcome): Response {
  const headers = new Headers();
  for (const pair of outcome.headers)
    for (const [name, value] of Object.entries(pair)) headers.append(name, value);
  if (plan.kind !== "create" || call.preferences.count)
    headers.set("content-range", contentRange(plan, outcome));
  else headers.set("content-range", "*/*");
  const created = plan.kind === "create" && location(call, outcome.body);
  if (created) headers.set("location", created);
  if (call.preferences.applied.length) headers.set("preference-applied", call.preferences.applied.join(", "));
  const status = statusOf(plan, outcome);
  if (!plan.returnsBody || status === 204) {
    if (call.method === "HEAD") headers.set("content-type", call.media.contentType);
    return new Response(null, { status, headers });
  }
  if (!headers.has("content-type"))
    headers.set(
      "content-type",
      plan.kind === "call" && call.media.kind === "list"
        ? "application/json; charset=utf-8"
        : call.media.contentType,
    );
  return new Response(outcome.body, { status, headers });
}
