import type postgres from "postgres";
import { asCaller } from "../caller.ts";
import type { Claims } from "../keyring.ts";

/** What a policy on realtime.messages is asked about. */
export type Extension = "broadcast" | "presence";

/** What a caller may do on one topic. */
export interface TopicAccess {
  reads(extension: Extension): boolean;
  /** Asks the database at the first call for an extension, and remembers the answer. */
  writes(extension: Extension): boolean | Promise<boolean>;
}

/** Who asks, and about which topic. `headers` is what policies see as `request.headers`. */
export interface Asking {
  claims: Claims;
  topic: string;
  headers: Record<string, unknown>;
}

/** Thrown when a policy fails instead of answering. */
export class PolicyFailed extends Error {}

class Undo extends Error {}

/** Public channels ask nobody. */
export const openAccess: TopicAccess = { reads: () => true, writes: () => true };

/**
 * Asks Row Level Security on realtime.messages what the caller may read on the topic: rows of each extension are
 * written, looked for as the caller, and rolled back. Throws {@link PolicyFailed} when a policy fails, and the
 * driver's error when the database is away.
 */
export async function askPolicies(
  sql: postgres.Sql,
  asking: Asking,
  extensions: Extension[],
): Promise<TopicAccess> {
  const readable = new Set(await readableExtensions(sql, asking, extensions));
  const writable = new Map<Extension, boolean>();
  return {
    reads: (extension) => readable.has(extension),
    writes(extension) {
      const known = writable.get(extension);
      if (known !== undefined) return known;
      return mayInsert(sql, asking, extension).then((allowed) => {
        writable.set(extension, allowed);
        return allowed;
      });
    },
  };
}

async function readableExtensions(
  sql: postgres.Sql,
  { claims, topic, headers }: Asking,
  extensions: Extension[],
): Promise<Extension[]> {
  let visible: Extension[] = [];
  await undone(sql, { claims, topic, headers }, async (transaction) => {
    await transaction`set local role none`;
    const probes = await transaction<{ id: string }[]>`
      insert into realtime.messages (topic, extension, private)
      select ${topic}, unnest(${extensions}::text[]), true returning id`;
    await transaction`select set_config('role', ${claims.role}, true)`;
    const ids = probes.map((probe) => probe.id);
    const rows = await transaction<{ extension: Extension }[]>`
      select extension from realtime.messages where id = any(${ids}::uuid[])`;
    visible = rows.map((row) => row.extension);
  });
  return visible;
}

/** Asks whether the caller may write to the topic. Throws as {@link askPolicies} does. */
export async function mayInsert(sql: postgres.Sql, asking: Asking, extension: Extension): Promise<boolean> {
  let allowed = false;
  await undone(sql, asking, async (transaction) => {
    await transaction`
      insert into realtime.messages (topic, extension, private) values (${asking.topic}, ${extension}, true)`;
    allowed = true;
  });
  return allowed;
}

/**
 * Stores a broadcast as the caller, so that it also can be replayed; replication then passes it on. False when the
 * caller may not write to the topic.
 */
export async function insertMessage(
  sql: postgres.Sql,
  { claims, topic, headers }: Asking,
  message: { id: string; event: string; json: string | null; bytes: Uint8Array | null },
): Promise<boolean> {
  try {
    await asCaller(
      sql,
      claims,
      (transaction) => transaction`
        insert into realtime.messages (id, topic, extension, event, payload, binary_payload, private)
        values (${message.id}, ${topic}, 'broadcast', ${message.event}, ${message.json}::text::jsonb,
          ${message.bytes === null ? null : Buffer.from(message.bytes)}, true)`,
      settings(topic, headers),
    );
    return true;
  } catch (error) {
    if (isDenial(error)) return false;
    throw policyError(error);
  }
}

async function undone(
  sql: postgres.Sql,
  { claims, topic, headers }: Asking,
  work: (transaction: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  const workAndUndo = async (transaction: postgres.TransactionSql) => {
    await work(transaction);
    throw new Undo();
  };
  try {
    await asCaller(sql, claims, workAndUndo, settings(topic, headers));
  } catch (error) {
    if (error instanceof Undo || isDenial(error)) return;
    throw policyError(error);
  }
}

function settings(topic: string, headers: Record<string, unknown>): Record<string, string> {
  return { "realtime.topic": topic, "request.headers": JSON.stringify(headers) };
}

/** Not allowed by a policy, or by a missing grant. */
function isDenial(error: unknown): boolean {
  return sqlState(error) === "42501";
}

function policyError(error: unknown): unknown {
  const state = sqlState(error);
  // connection trouble (08), no room (53) and shutdown (57) say nothing about policies
  if (state === null || /^(08|53|57)/.test(state)) return error;
  return new PolicyFailed((error as Error).message, { cause: error });
}

function sqlState(error: unknown): string | null {
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  return name === "PostgresError" && typeof code === "string" ? code : null;
}
