import postgres from "postgres";
import type { Claims } from "../keyring.ts";
import type { Service, StackContext } from "../service.ts";
import { answer, checkOutcome } from "./answer.ts";
import { ApiError } from "./api-error.ts";
import { toApiError } from "./database-error.ts";
import { execute, requestSettings } from "./execute.ts";
import { readMediaType } from "./media-type.ts";
import { type ApiCall, type Plan, planCall, planRead, planWrite } from "./plan.ts";
import { readPreferences } from "./preferences.ts";
import { exposedSchema, type SchemaCache } from "./schema-cache.ts";
import { type SchemaWatch, watchSchema } from "./schema-watch.ts";

const unknownNames = new Set(["PGRST200", "PGRST202", "PGRST204", "PGRST205"]);
const methods = ["GET", "HEAD", "POST", "PATCH", "DELETE"] as const;

/**
 * The Data API. Stands in for PostgREST 14 as hosted projects run it: one statement per request, JSON made by Postgres,
 * the login role `authenticator` switching to the caller's role. It differs in what it leaves out: OpenAPI, PUT,
 * embedding through views and computed relationships, aggregates other than count, GeoJSON and explain plans.
 */
export async function createRestService(context: StackContext): Promise<Service> {
  const pool = connectAsAuthenticator(context);
  const schema = await watchSchema(context.sql);
  return {
    prefix: "rest",
    async handle(request) {
      const claims = await context.keys.identify(request.headers);
      if (!claims) return refuseToken(request).toResponse();
      try {
        return await respond(request, claims, pool, schema);
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

/** Logs in as hosted does, so that no caller can get further than the three API roles, whatever SQL it reaches. */
function connectAsAuthenticator({ config }: StackContext): postgres.Sql {
  const url = new URL(config.dbUrl);
  url.username = "authenticator";
  return postgres(url.href, {
    max: 16,
    idle_timeout: 60,
    prepare: false,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "postgrest" },
  });
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

async function respond(
  request: Request,
  claims: Claims,
  pool: postgres.Sql,
  schema: SchemaWatch,
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
  const outcome = await execute(
    pool,
    plan.statement,
    settings,
    { readOnly, rollback: call.preferences.rollback },
    (each) => checkOutcome(call, plan, each),
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
