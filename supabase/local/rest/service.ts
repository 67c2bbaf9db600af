import type postgres from "postgres";
import type { Claims } from "../keyring.ts";
import type { Service, StackContext } from "../service.ts";
import { answer, checkOutcome } from "./answer.ts";
import { ApiError } from "./api-error.ts";
import { connectAsAuthenticator } from "./connection.ts";
import { toApiError } from "./database-error.ts";
import { execute, requestSettings } from "./execute.ts";
import { readMediaType } from "./media-type.ts";
import { type ApiCall, type Plan, planCall, planRead, planWrite } from "./plan.ts";
import { readPreferences } from "./preferences.ts";
import { exposedSchema, type SchemaCache } from "./schema-cache.ts";
import { type SchemaWatch, watchSchema } from "./schema-watch.ts";
import { openSlots, type WithSlot } from "./slots.ts";

const unknownNames = new Set(["PGRST200", "PGRST202", "PGRST204", "PGRST205"]);
const methods = ["GET", "HEAD", "POST", "PATCH", "DELETE"] as const;

/** How much of the database the Data API takes. */
interface RestLimits {
  connections: number;
  /** How long a request waits for one of them. */
  patienceMs: number;
}

/**
 * The Data API. Stands in for PostgREST 14 as hosted projects run it: one statement per request, JSON made by Postgres,
 * the login role `authenticator` switching to the caller's role. It differs in what it leaves out: OpenAPI, PUT,
 * embedding through views and computed relationships, aggregates other than count, GeoJSON and explain plans.
 */
export async function createRestService(
  context: Pick<StackContext, "config" | "keys" | "sql">,
  limits: RestLimits = { connections: 16, patienceMs: 1500 },
): Promise<Service> {
  const pool = connectAsAuthenticator(context.config.dbUrl, limits.connections);
  const withSlot = openSlots(limits.connections, limits.patienceMs);
  const schema = await watchSchema(context.sql);
  return {
    prefix: "rest",
    async handle(request) {
      const claims = await context.keys.identify(request.headers);
      if (!claims) return refuseToken(request).toResponse();
      try {
        return await respond(request, claims, { pool, withSlot, schema });
      } catch (thrown) {
        const error = toApiError(thrown, claims.role === "anon");
        if (error instanceof ApiError) return error.toResponse();
        throw error;
      }
    },
    async stop() {
      await schema.stop();
      await pool.end({ timeout: 2 });
    },
  };
}

function refuseToken(request: Request): ApiError {
  const token = request.headers.get("authorization")?.replace(/^Bearer\s+/i, "") ?? "";
  const challenge = { "www-authenticate": 'Bearer error="invalid_token"' };
  if (isExpired(token)) return new ApiError(401, "PGRST303", "JWT expired", null, null, challenge);
  return new ApiError(401, "PGRST301", "No suitable key or wrong key type", null, null, challenge);
}

function isExpired(token: string): boolean {
  try {
    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return typeof payload.exp === "number" && payload.exp * 1000 < Date.now();
  } catch {
    return false;
  }
}

function checkProfile(headers: Headers): void {
  const profile = headers.get("content-profile") ?? headers.get("accept-profile");
  if (profile !== null && profile !== exposedSchema)
    throw new ApiError(
      406,
      "PGRST106",
      `Invalid schema: ${profile}`,
      null,
      `Only the following schemas are exposed: ${exposedSchema}`,
    );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new ApiError(400, "PGRST125", "Invalid path specified in request URL");
  }
}

interface Means {
  pool: postgres.Sql;
  withSlot: WithSlot;
  schema: SchemaWatch;
}

async function respond(
  request: Request,
  claims: Claims,
  { pool, withSlot, schema }: Means,
): Promise<Response> {
  const url = new URL(request.url);
  const path = decodePath(url.pathname).replace(/^\/rest\/v1/, "");
  const [, name = "", rest] = /^\/((?:rpc\/)?[^/]*)(\/.*)?$/.exec(path) ?? [];
  if (name === "" || name === "rpc/" || (rest && rest !== "/"))
    throw new ApiError(404, "PGRST125", "Invalid path specified in request URL");
  const method = methods.find((each) => each === request.method);
  if (!method) throw new ApiError(405, "PGRST117", `Unsupported HTTP method: ${request.method}`);
  checkProfile(request.headers);
  const isCall = name.startsWith("rpc/");
  const call: ApiCall = {
    method,
    name: isCall ? name.slice(4) : name,
    params: url.searchParams,
    range: method === "GET" || method === "HEAD" ? request.headers.get("range") : null,
    body: method === "POST" || method === "PATCH" ? await request.text() : "",
    preferences: readPreferences(request.headers.get("prefer")),
    media: readMediaType(request.headers.get("accept")),
  };
  if (isCall && (method === "PATCH" || method === "DELETE"))
    throw new ApiError(405, "PGRST101", `Cannot use the ${method} method on RPC`);
  const { plan, cache } = await planWithFreshSchema(schema, (known) => makePlan(known, call, isCall));
  const settings = requestSettings(claims, request, path, cache.roleSettings.get(claims.role) ?? {});
  const { readOnly } = plan;
  const options = { readOnly, rollback: call.preferences.rollback };
  const outcome = await withSlot(() =>
    execute(pool, plan.statement, settings, options, (each) => checkOutcome(call, plan, each)),
  );
  return answer(call, plan, outcome);
}

function makePlan(cache: SchemaCache, call: ApiCall, isCall: boolean): Plan {
  if (isCall) return planCall(cache, call);
  return call.method === "GET" || call.method === "HEAD" ? planRead(cache, call) : planWrite(cache, call);
}

async function planWithFreshSchema(
  schema: SchemaWatch,
  make: (cache: SchemaCache) => Plan,
): Promise<{ plan: Plan; cache: SchemaCache }> {
  let cache = await schema.current();
  try {
    return { plan: make(cache), cache };
  } catch (error) {
    if (!(error instanceof ApiError && unknownNames.has(error.code))) throw error;
    cache = await schema.reload();
    return { plan: make(cache), cache };
  }
}
