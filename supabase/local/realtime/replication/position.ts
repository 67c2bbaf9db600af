/**
 * How far the write-ahead log has been handed over. After a lost connection the server may send a transaction again
 * from its start; this remembers how many of its rows were delivered, so that none is delivered twice.
 */
export class ReplicationPosition {
  #lsn: bigint;
  readonly #waiting = new Set<{ lsn: bigint; resolve: () => void }>();
  #transaction: { commitLsn: bigint; rows: number; toSkip: number } | null = null;

  constructor(lsn: bigint) {
    this.#lsn = lsn;
  }

  /** Everything before this position has been delivered. */
  get lsn(): bigint {
    return this.#lsn;
  }

  /** Starts anew at `lsn`, forgetting what was delivered before. */
  moveTo(lsn: bigint): void {
    this.#lsn = lsn;
    this.#transaction = null;
  }

  begin(commitLsn: bigint): void {
    const before = this.#transaction;
    const delivered = before?.commitLsn === commitLsn ? before.rows : 0;
    const isDone = commitLsn < this.#lsn;
    this.#transaction = { commitLsn, rows: delivered, toSkip: isDone ? Number.POSITIVE_INFINITY : delivered };
  }

  /** Counts one row of the transaction. False when it was delivered before the connection was lost. */
  isNewRow(): boolean {
    const transaction = this.#transaction;
    if (!transaction) return true;
    if (transaction.toSkip > 0) {
      transaction.toSkip--;
      return false;
    }
    transaction.rows++;
    return true;
  }

  commit(endLsn: bigint): void {
    this.#transaction = null;
    this.#advance(endLsn);
  }

  /** The server has sent everything up to `lsn`; inside a transaction that says nothing about its rows. */
  serverSent(lsn: bigint): void {
    if (!this.#transaction) this.#advance(lsn);
  }

  /** Resolves once everything before `lsn` has been delivered, or after so many milliseconds. */
  async reached(lsn: bigint, timeoutMs: number): Promise<void> {
    if (this.#lsn >= lsn) return;
    await new Promise<void>((resolve) => {
      const wait = { lsn, resolve };
      this.#waiting.add(wait);
      setTimeout(() => {
        this.#waiting.delete(wait);
        resolve();
      }, timeoutMs).unref();
    });
  }

  #advance(lsn: bigint): void {
    if (lsn <= this.#lsn) return;
    this.#lsn = lsn;
    for (const wait of this.#waiting) {
      if (lsn < wait.lsn) continue;
      this.#waiting.delete(wait);
      wait.resolve();
    }
  }
}
