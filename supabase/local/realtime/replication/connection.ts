import { once } from "node:events";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { createPgOutputReader, type RowChange } from "./pgoutput.ts";
import type { ReplicationPosition } from "./position.ts";
import { formatLsn } from "./slot.ts";

const acknowledgeEveryMs = 1000;
const goodbyeMs = 500;
const postgresEpoch = Date.UTC(2000, 0, 1);
const walRecord = 0x77;
const keepalive = 0x6b;

/** One open replication connection. */
export interface WalConnection {
  /** Resolves with the reason once the connection is gone. */
  closed: Promise<string>;
  /** Tells the server what was read and closes. May be called more than once. */
  end(): Promise<void>;
}

interface WalReading {
  slot: string;
  publications: string[];
  position: ReplicationPosition;
  /** `xid`: the number of the transaction, which others may not see yet. */
  onChange: (change: RowChange, commitTime: Date, xid: number) => void;
}

/** Starts streaming from `position`, which it moves on and acknowledges, so that the server can drop old WAL. */
export async function openWal(url: string, reading: WalReading): Promise<WalConnection> {
  const { slot, publications, position } = reading;
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    idle_timeout: undefined,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { replication: "database", application_name: "realtime replication" },
  });
  const names = publications.map((name) => `"${name}"`).join(",");
  // the replication grammar knows its keywords in capitals only
  const start = `START_REPLICATION SLOT ${slot} LOGICAL ${formatLsn(position.lsn)}
    (proto_version '1', publication_names '${names}')`;
  let wal: Duplex;
  try {
    wal = (await sql.unsafe(start).writable()) as Duplex;
  } catch (error) {
    await sql.end({ timeout: 0 }).catch(() => {});
    throw error;
  }
  return readWal(wal, reading, () => sql.end({ timeout: 0 }));
}

function readWal(wal: Duplex, reading: WalReading, disconnect: () => Promise<void>): WalConnection {
  const { position, onChange } = reading;
  const read = createPgOutputReader();
  let commitTime = new Date(0);
  let xid = 0;
  let acknowledged = -1n;

  function acknowledge() {
    if (!wal.writable) return;
    acknowledged = position.lsn;
    wal.write(statusUpdate(position.lsn));
  }

  function take(payload: Buffer) {
    const message = read(payload);
    switch (message.kind) {
      case "begin":
        ({ commitTime, xid } = message);
        position.begin(message.commitLsn);
        break;
      case "commit":
        position.commit(message.endLsn);
        break;
      case "insert":
      case "update":
      case "delete":
        if (position.isNewRow()) onChange(message, commitTime, xid);
    }
  }

  wal.on("data", (chunk: Buffer) => {
    try {
      if (chunk[0] === walRecord) take(chunk.subarray(25));
      if (chunk[0] === keepalive) {
        position.serverSent(chunk.readBigUInt64BE(1));
        // the server asks before it gives a silent reader up, and when it wants to shut down
        if (chunk[17] === 1) acknowledge();
      }
    } catch (error) {
      wal.destroy(error as Error);
    }
  });

  const timer = setInterval(() => {
    if (position.lsn !== acknowledged) acknowledge();
  }, acknowledgeEveryMs);
  const closed = waitForClose(wal).finally(() => clearInterval(timer));
  return {
    closed,
    async end() {
      acknowledge();
      // a stream that breaks off without its end would be an error in the server's log
      if (wal.writable) wal.end();
      await Promise.race([closed, pause(goodbyeMs, undefined, { ref: false })]);
      wal.destroy();
      await disconnect().catch(() => {});
    },
  };
}

async function waitForClose(wal: Duplex): Promise<string> {
  let reason = "closed by the server";
  wal.on("error", (error) => {
    reason = String(error);
  });
  wal.on("end", () => wal.destroy());
  await once(wal, "close").catch(() => {});
  return reason;
}

/** Standby status: written, flushed and applied up to exactly `lsn`; a shutting down server waits for its own value. */
function statusUpdate(lsn: bigint): Buffer {
  const message = Buffer.alloc(34);
  message.write("r", "latin1");
  for (const at of [1, 9, 17]) message.writeBigUInt64BE(lsn, at);
  message.writeBigInt64BE(BigInt(Date.now() - postgresEpoch) * 1000n, 25);
  return message;
}
