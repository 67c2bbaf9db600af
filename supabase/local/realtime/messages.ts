import type postgres from "postgres";
import { type Broadcast, broadcastJson } from "./message.ts";
import type { RowChange } from "./replication/pgoutput.ts";

const keptDays = 3;

/** A row of realtime.messages that subscribers get. */
export interface StoredMessage {
  id: string;
  topic: string;
  isPrivate: boolean;
  message: Broadcast;
}

/** Reads a replicated row of realtime.messages. Null for a row that is no broadcast. */
export function messageOfRow(change: RowChange): StoredMessage | null {
  if (change.kind !== "insert") return null;
  const value = (name: string) => {
    const at = change.relation.columns.findIndex((column) => column.name === name);
    return change.row[at] ?? null;
  };
  const [id, topic] = [value("id"), value("topic")];
  if (id === null || topic === null || value("extension") !== "broadcast") return null;
  const binary = value("binary_payload");
  const bytes = binary === null ? null : Buffer.from(binary.slice(2), "hex");
  return {
    id,
    topic,
    isPrivate: value("private") === "t",
    message: compose(value("event") ?? "", value("payload"), bytes, { id }),
  };
}

/** The newest private messages of a topic since a moment (milliseconds since 1970), oldest first, marked as replayed. */
export async function replayMessages(
  sql: postgres.Sql,
  topic: string,
  { since, limit }: { since: number; limit: number },
): Promise<StoredMessage[]> {
  const rows = await sql<
    { id: string; event: string | null; payload: string | null; binary_payload: Buffer | null }[]
  >`
    select id, event, payload::text, binary_payload from realtime.messages
    where topic = ${topic} and private and extension = 'broadcast'
      and inserted_at >= to_timestamp(${since}::float8 / 1000) at time zone 'utc'
    order by inserted_at desc limit ${limit}`;
  return rows.reverse().map(({ id, event, payload, binary_payload }) => ({
    id,
    topic,
    isPrivate: true,
    message: compose(event ?? "", payload, binary_payload, { id, replayed: true }),
  }));
}

/** Deletes what is too old to be replayed. */
export async function deleteOldMessages(sql: postgres.Sql): Promise<void> {
  await sql`delete from realtime.messages
    where inserted_at < (now() at time zone 'utc') - make_interval(days => ${keptDays})`;
}

function compose(
  event: string,
  json: string | null,
  bytes: Buffer | null,
  meta: Record<string, unknown>,
): Broadcast {
  return bytes === null ? broadcastJson(event, json ?? "null", meta) : { event, bytes, meta };
}
