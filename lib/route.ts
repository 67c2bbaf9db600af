import "server-only";
import { connection } from "next/server";
import type { z } from "zod";
import { AppError, type FieldError, problem, retryAfterSeconds } from "@/lib/errors";
import { readBody, readQuery } from "@/lib/request";
import { readClaims } from "@/lib/supabase/claims";
import { createBearerClient, createPublicClient, createServerClient, type Db } from "@/lib/supabase/server";

interface Caller {
  id: string;
  email: string;
}

interface Definition<Params, Query, Body, User> {
  /** "user" refuses everyone without a valid session or token; "anyone" does not ask. */
  for: User;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Status of a success, 200 when absent. */
  status?: number;
}

interface Input<Params, Query, Body, User> {
  request: Request;
  params: Params;
  query: Query;
  body: Body;
  /** Acts for the caller: Row Level Security decides what it sees. */
  db: Db;
  user: User extends "user" ? Caller : null;
}

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

function parse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  code: "validation_failed" | "not_found",
): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (code === "not_found") throw new AppError("not_found");
  throw new AppError(code, "", { errors: fieldErrors(result.error) });
}

/** A browser says where a request was made; a page of another origin may not use the session cookie. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const isRead = request.method === "GET" || request.method === "HEAD";
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const isForeign =
    request.headers.get("sec-fetch-site") === "cross-site" ||
    (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host));
  if (!isRead && isForeign) throw new AppError("forbidden", "This request comes from another site.");
}

async function identify(request: Request, isRequired: boolean): Promise<{ db: Db; user: Caller | null }> {
  const token = request.headers.get("authorization")?.match(/^Bearer\s+(\S+)$/i)?.[1];
  // Signing in sets the cookie, so no other site may do that for its visitor either.
  if (!token) refuseForeignOrigin(request);
  if (!token && !isRequired) return { db: createPublicClient(), user: null };
  const db = token ? createBearerClient(token) : await createServerClient();
  const claims = await readClaims(db, token);
  if (!claims)
    throw new AppError(
      "not_signed_in",
      "Send a session cookie or the header Authorization: Bearer <access token>.",
    );
  return { db, user: { id: claims.sub, email: claims.email ?? "" } };
}

function answerProblem(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : new AppError("internal", "", { cause: error });
  const body = problem(known);
  if (body.status >= 500)
    console.error(
      JSON.stringify({ level: "error", requestId, code: known.code, cause: String(known.cause ?? "") }),
    );
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  const seconds = retryAfterSeconds(known);
  if (seconds !== null) headers["retry-after"] = String(seconds);
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

/**
 * One door of the API: decides who calls, checks path, query and body, runs `handler`, and answers JSON, or problem+json
 * with a stable code when something is wrong. The handler returns the body, or a Response of its own.
 */
export function defineRoute<
  Params = undefined,
  Query = undefined,
  Body = undefined,
  User extends "user" | "anyone" = "user",
>(
  definition: Definition<Params, Query, Body, User>,
  handler: (input: Input<Params, Query, Body, User>) => Promise<unknown>,
) {
  return async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    await connection();
    const started = performance.now();
    const requestId = request.headers.get("x-request-id")?.slice(0, 100) || crypto.randomUUID();
    let response: Response;
    try {
      const { db, user } = await identify(request, definition.for === "user");
      const answer = await handler({
        request,
        db,
        user: user as Input<Params, Query, Body, User>["user"],
        params: parse(definition.params, await context.params, "not_found"),
        query: parse(definition.query, readQuery(request), "validation_failed"),
        body: definition.body
          ? parse(definition.body, await readBody(request), "validation_failed")
          : (undefined as Body),
      });
      response =
        answer instanceof Response ? answer : Response.json(answer, { status: definition.status ?? 200 });
    } catch (error) {
      response = answerProblem(error, requestId);
    }
    response.headers.set("x-request-id", requestId);
    response.headers.set("x-api-version", "1");
    response.headers.set("x-content-type-options", "nosniff");
    response.headers.set("x-process-time", `${(performance.now() - started).toFixed(1)}ms`);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  };
}
