import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Claims } from "../keyring.ts";
import { type Broadcast, broadcastJson } from "./message.ts";
import type { Platform } from "./platform.ts";
import { type Asking, insertMessage, mayInsert, PolicyFailed } from "./policies.ts";

const batch = z.object({
  messages: z.array(
    z.object({
      topic: z.string().min(1),
      event: z.string().min(1),
      payload: z.unknown().refine((payload) => payload !== undefined, "is required"),
      private: z.boolean().nullish(),
    }),
  ),
});

const onePath = /^\/realtime\/v1\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/;

/**
 * Serves the two REST forms of broadcast: a batch of messages, and one message whose topic and event are in the path.
 * In a batch, messages to private topics that the caller may not write to are left out; alone, such a message is 403.
 */
export async function serveBroadcast(platform: Platform, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const single = pathname.match(onePath);
  if (!single && pathname !== "/realtime/v1/api/broadcast") return problem(404, "Not Found");
  if (request.method !== "POST") return problem(405, "Method Not Allowed");
  const claims = await platform.keys.identify(request.headers);
  if (!claims) return problem(401, "Unauthorized");
  if (!single) return serveBatch(platform, claims, request);
  const [topic, event] = [decodePart(single[1]), decodePart(single[2])];
  if (!topic || !event) return problem(400, "The path is not valid");
  const persist = searchParams.has("persist") || searchParams.has("persist[ttl]");
  return serveOne(platform, claims, request, {
    topic,
    event,
    isPrivate: searchParams.get("private") === "true",
    persist,
  });
}

async function serveBatch(platform: Platform, claims: Claims, request: Request): Promise<Response> {
  const parsed = batch.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ errors: z.treeifyError(parsed.error) }, { status: 422 });
  const allowed = new Map<string, boolean>();
  for (const { topic, event, payload, private: isPrivate } of parsed.data.messages) {
    if (isPrivate) {
      const may = allowed.get(topic) ?? (await mayWrite(platform, asking(claims, topic, request)));
      allowed.set(topic, may);
      if (!may) continue;
    }
    platform.hub.broadcast(Boolean(isPrivate), topic, broadcastJson(event, JSON.stringify(payload)));
  }
  return new Response(null, { status: 202 });
}

async function serveOne(
  platform: Platform,
  claims: Claims,
  request: Request,
  target: { topic: string; event: string; isPrivate: boolean; persist: boolean },
): Promise<Response> {
  const { topic, event, isPrivate, persist } = target;
  if (persist && !isPrivate) return problem(400, "Only messages on private channels can be stored");
  const message = await readMessage(event, request);
  if (!message) return problem(422, "The body is not valid JSON");
  const caller = asking(claims, topic, request);
  const denied = () => problem(403, `You do not have permissions to write to this Channel topic: ${topic}`);
  if (persist) {
    const row = { id: randomUUID(), event, json: message.payloadJson, bytes: message.bytes };
    // replication passes the stored row on
    return (await insertMessage(platform.sql, caller, row)) ? new Response(null, { status: 202 }) : denied();
  }
  if (isPrivate && !(await mayWrite(platform, caller))) return denied();
  platform.hub.broadcast(isPrivate, topic, message.broadcast);
  return new Response(null, { status: 202 });
}

async function readMessage(event: string, request: Request) {
  if (request.headers.get("content-type")?.startsWith("application/octet-stream")) {
    const bytes = Buffer.from(await request.arrayBuffer());
    const broadcast: Broadcast = { event, bytes };
    return { broadcast, payloadJson: null, bytes };
  }
  const payloadJson = await request.text();
  try {
    JSON.parse(payloadJson);
  } catch {
    return null;
  }
  return { broadcast: broadcastJson(event, payloadJson), payloadJson, bytes: null };
}

async function mayWrite(platform: Platform, caller: Asking): Promise<boolean> {
  try {
    return await mayInsert(platform.sql, caller, "broadcast");
  } catch (error) {
    if (!(error instanceof PolicyFailed)) throw error;
    platform.log("realtime", "a policy failed", { topic: caller.topic, reason: error.message });
    return false;
  }
}

function asking(claims: Claims, topic: string, request: Request): Asking {
  return { claims, topic, headers: Object.fromEntries(request.headers) };
}

function decodePart(part: string | undefined): string | null {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return null;
  }
}

function problem(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
