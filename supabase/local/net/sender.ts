import type { StackContext } from "../service.ts";
import { copiesToSend, type Faults } from "./faults.ts";
import { type Outcome, type QueuedRequest, send } from "./send.ts";

const batchSize = 200;
const maxInFlight = 400;
const scanMs = 5000;
const responsesKept = "6 hours";

/** The part of the stack that sends `net.http_request_queue`. */
export interface Sender {
  /** Stops taking requests; those under way end with their own timeout. */
  stop(): Promise<void>;
}

/**
 * Sends queued requests as pg_net's worker does: as soon as their transaction commits, each at most once, with the
 * outcome in `net._http_response` for six hours. Differs from hosted in that a slow request does not hold back the rest
 * of its batch.
 */
export async function startSender(context: Pick<StackContext, "sql" | "log">): Promise<Sender> {
  const { sql, log } = context;
  let inFlight = 0;
  let isDraining = false;
  let wanted = false;
  let stopped = false;

  async function record(outcome: Outcome): Promise<void> {
    const row = { ...outcome, headers: outcome.headers ? sql.json(outcome.headers) : null };
    await sql`insert into net._http_response ${sql(row)}`;
  }

  async function deliver(request: QueuedRequest, faults: Faults): Promise<void> {
    inFlight += 1;
    try {
      if (faults.delay_ms > 0) await new Promise((done) => setTimeout(done, faults.delay_ms));
      const copies = Array.from({ length: copiesToSend(faults) }, async () => record(await send(request)));
      await Promise.all(copies);
    } catch (error) {
      if (!stopped) log("net", "a response could not be recorded", { id: request.id, error: String(error) });
    } finally {
      inFlight -= 1;
      if (wanted && inFlight < maxInFlight) drain();
    }
  }

  async function takeBatch(): Promise<(QueuedRequest & Faults)[]> {
    return sql<(QueuedRequest & Faults)[]>`
      with taken as (
        delete from net.http_request_queue where ctid = any (array(
          select ctid from net.http_request_queue order by id limit ${batchSize} for update skip locked))
        returning id, method::text, url, headers, body, timeout_milliseconds
      )
      select t.*, coalesce(f.drop_percent, 0) as drop_percent, coalesce(f.duplicate_percent, 0) as duplicate_percent,
        coalesce(f.delay_ms, 0) as delay_ms
      from taken t left join net._faults f on t.url like f.url_like order by t.id`;
  }

  async function drain(): Promise<void> {
    wanted = true;
    if (isDraining || stopped) return;
    isDraining = true;
    try {
      while (wanted && inFlight < maxInFlight && !stopped) {
        wanted = false;
        const batch = await takeBatch();
        for (const request of batch) deliver(request, request);
        if (batch.length === batchSize) wanted = true;
      }
    } catch (error) {
      // 42P01, 3F000: pg_net is not installed here (yet), so there is nothing to send.
      const code = (error as { code?: string }).code ?? "";
      if (!stopped && !["42P01", "3F000"].includes(code))
        log("net", "queue not read", { error: String(error) });
    } finally {
      isDraining = false;
    }
  }

  function prune(): void {
    sql`delete from net._http_response where created < now() - ${responsesKept}::interval`.catch(() => {});
  }

  const listener = await sql.listen("pg_net", drain, drain);
  const timers = [setInterval(drain, scanMs), setInterval(prune, 60_000)];
  return {
    async stop() {
      stopped = true;
      timers.forEach(clearInterval);
      await listener.unlisten().catch(() => {});
    },
  };
}
