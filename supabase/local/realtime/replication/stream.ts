import { setTimeout as pause } from "node:timers/promises";
import type { StackContext } from "../../service.ts";
import { openWal, type WalConnection } from "./connection.ts";
import type { RowChange } from "./pgoutput.ts";
import { ReplicationPosition } from "./position.ts";
import { currentLsn, ensureSlot } from "./slot.ts";
import { areVisible, openGate } from "./visible.ts";

const slot = "realtime_broadcast_slot";
const shortestPauseMs = 100;
const longestPauseMs = 3000;
const longestCatchUpMs = 2000;

/** A running reader of the write-ahead log. */
export interface ReplicationStream {
  /** Resolves when what was committed before this call has been handed over; gives up waiting after two seconds. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Follows the publications through one permanent logical slot, from now on, and hands over each committed row change
 * once, in commit order, when whoever hears of it can see it. Comes back by itself after the database was away, and then delivers what was written
 * meanwhile. Resolves when the stream has begun; rejects when it cannot begin at all.
 */
export async function followPublications(
  context: Pick<StackContext, "config" | "sql" | "log">,
  publications: string[],
  onChange: (change: RowChange, commitTime: Date) => void,
): Promise<ReplicationStream> {
  const { sql, config, log } = context;
  const stopping = new AbortController();
  const gate = openGate<[RowChange, Date]>(
    (xids) => areVisible(sql, xids),
    (change) => {
      try {
        onChange(...change);
      } catch (error) {
        log("realtime", "a change could not be told", { reason: String(error) });
      }
    },
  );
  // rows from before this start have no listeners any more
  const position = new ReplicationPosition(await currentLsn(sql));

  async function connect(): Promise<WalConnection> {
    await ensureSlot(sql, slot);
    // a database that was set back to an earlier state counts its log anew
    const end = await currentLsn(sql);
    if (end < position.lsn) position.moveTo(end);
    return openWal(config.dbUrl, {
      slot,
      publications,
      position,
      onChange: (change, commitTime, xid) => gate.add(xid, [change, commitTime]),
    });
  }

  async function reconnect(): Promise<WalConnection | null> {
    let pauseMs = shortestPauseMs;
    while (!stopping.signal.aborted) {
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      if (stopping.signal.aborted) return null;
      try {
        return await connect();
      } catch (error) {
        log("realtime", "replication cannot reconnect yet", { reason: String(error) });
      }
    }
    return null;
  }

  let connection: WalConnection | null = await connect();
  const ended = (async () => {
    while (connection) {
      const reason = await connection.closed;
      if (stopping.signal.aborted) return connection.end();
      log("realtime", "replication connection lost, reconnecting", { reason });
      await connection.end();
      connection = await reconnect();
    }
  })();

  return {
    async catchUp() {
      await position.reached(await currentLsn(sql), longestCatchUpMs);
      await gate.empty();
    },
    async stop() {
      stopping.abort();
      await connection?.end();
      await ended;
    },
  };
}
