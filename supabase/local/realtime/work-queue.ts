/**
 * Runs pieces of work strictly one after the other. Work that needs no waiting runs at once when nothing is queued, so
 * that order costs no latency.
 */
export class WorkQueue {
  readonly #waiting: (() => void | Promise<void>)[] = [];
  readonly #limit: number;
  readonly #onError: (error: unknown) => void;
  #busy = false;

  constructor(limit: number, onError: (error: unknown) => void) {
    this.#limit = limit;
    this.#onError = onError;
  }

  /** Adds work. False when too much is waiting already; the work is then not taken. */
  add(work: () => void | Promise<void>): boolean {
    if (this.#waiting.length >= this.#limit) return false;
    this.#waiting.push(work);
    if (!this.#busy) this.#run();
    return true;
  }

  #run(): void {
    this.#busy = true;
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      try {
        const waiting = work();
        if (waiting instanceof Promise) {
          waiting.catch(this.#onError).then(() => this.#run());
          return;
        }
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#busy = false;
  }
}
