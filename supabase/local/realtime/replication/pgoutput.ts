/** A column of a replicated table. */
interface Column {
  name: string;
  typeOid: number;
  isKey: boolean;
}

/** A replicated table as the server described it on this connection. */
export interface Relation {
  oid: number;
  schema: string;
  table: string;
  /** The whole old row travels with updates and deletes. */
  isIdentityFull: boolean;
  columns: Column[];
}

/** Values in Postgres text form, in column order; undefined is a large value that did not change and was not sent. */
export type Tuple = (string | null | undefined)[];

/** One message of the pgoutput plugin, protocol version 1. Positions are WAL positions. */
export type PgOutput =
  | { kind: "begin"; commitLsn: bigint; commitTime: Date; xid: number }
  | { kind: "commit"; commitLsn: bigint; endLsn: bigint }
  | { kind: "insert"; relation: Relation; row: Tuple }
  | { kind: "update"; relation: Relation; row: Tuple; old: Tuple | null }
  | { kind: "delete"; relation: Relation; old: Tuple }
  | { kind: "other" };

/** A row that was inserted, updated or deleted. */
export type RowChange = Extract<PgOutput, { kind: "insert" | "update" | "delete" }>;

const postgresEpoch = Date.UTC(2000, 0, 1);

/** Makes a reader for one replication connection; it remembers the tables that the server described. */
export function createPgOutputReader(): (message: Buffer) => PgOutput {
  const relations = new Map<number, Relation>();

  function relationOf(oid: number): Relation {
    const relation = relations.get(oid);
    if (!relation) throw new Error(`The replication stream names table ${oid} before describing it.`);
    return relation;
  }

  return (message) => {
    const cursor = new Cursor(message);
    switch (cursor.character()) {
      case "B": {
        const commitLsn = cursor.int64();
        return { kind: "begin", commitLsn, commitTime: cursor.time(), xid: cursor.int32() };
      }
      case "C":
        cursor.skip(1);
        return { kind: "commit", commitLsn: cursor.int64(), endLsn: cursor.int64() };
      case "R": {
        const relation = readRelation(cursor);
        relations.set(relation.oid, relation);
        return { kind: "other" };
      }
      case "I": {
        const relation = relationOf(cursor.int32());
        cursor.skip(1);
        return { kind: "insert", relation, row: readTuple(cursor) };
      }
      case "U": {
        const relation = relationOf(cursor.int32());
        const old = cursor.character() === "N" ? null : readTuple(cursor);
        if (old) cursor.skip(1);
        return { kind: "update", relation, row: readTuple(cursor), old };
      }
      case "D": {
        const relation = relationOf(cursor.int32());
        cursor.skip(1);
        return { kind: "delete", relation, old: readTuple(cursor) };
      }
      default:
        return { kind: "other" };
    }
  };
}

function readRelation(cursor: Cursor): Relation {
  const oid = cursor.int32();
  const schema = cursor.string() || "pg_catalog";
  const table = cursor.string();
  const isIdentityFull = cursor.character() === "f";
  const columns = Array.from({ length: cursor.int16() }, () => {
    const isKey = cursor.byte() === 1;
    const name = cursor.string();
    const typeOid = cursor.int32();
    cursor.skip(4);
    return { name, typeOid, isKey };
  });
  return { oid, schema, table, isIdentityFull, columns };
}

function readTuple(cursor: Cursor): Tuple {
  return Array.from({ length: cursor.int16() }, () => {
    const form = cursor.character();
    if (form === "n") return null;
    if (form === "u") return undefined;
    return cursor.text(cursor.int32());
  });
}

class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  skip(count: number): void {
    this.#at += count;
  }
  byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }
  character(): string {
    return String.fromCharCode(this.byte());
  }
  int16(): number {
    this.#at += 2;
    return this.#bytes.readUInt16BE(this.#at - 2);
  }
  int32(): number {
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }
  int64(): bigint {
    this.#at += 8;
    return this.#bytes.readBigUInt64BE(this.#at - 8);
  }
  time(): Date {
    return new Date(postgresEpoch + Number(this.int64() / 1000n));
  }
  string(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const text = this.#bytes.toString("utf8", this.#at, end);
    this.#at = end + 1;
    return text;
  }
  text(length: number): string {
    this.#at += length;
    return this.#bytes.toString("utf8", this.#at - length, this.#at);
  }
}
