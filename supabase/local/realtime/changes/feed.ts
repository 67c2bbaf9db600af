import type { Claims } from "../../keyring.ts";
import type { StackContext } from "../../service.ts";
import type { ChangeBinding } from "../join-request.ts";
import type { RowChange } from "../replication/pgoutput.ts";
import { WorkQueue } from "../work-queue.ts";
import { createDelivery } from "./delivery.ts";
import { type Condition, InvalidFilter, parseFilter } from "./filter.ts";
import { whyNotListen } from "./listening.ts";

/** A channel that listens to row changes. */
export interface ChangeListener {
  push(event: string, payload: unknown, joinRef: string | null): void;
}

/** One wish of a channel to hear of changes. */
export interface Subscription {
  id: number;
  listener: ChangeListener;
  claims: Claims;
  event: string;
  schema: string;
  table: string;
  conditions: Condition[];
  /** Only these columns are sent; null sends all. */
  select: string[] | null;
}

/** Tells channels of row changes in the tables of the publication `supabase_realtime`, under each listener's RLS. */
export interface ChangeFeed {
  /** Starts listening. The bindings come back in order with their ids; `problem` says why changes will not come. */
  open(
    listener: ChangeListener,
    bindings: ChangeBinding[],
    claims: Claims,
  ): Promise<{ bindings: (ChangeBinding & { id: number })[]; problem: string | null }>;
  /** From now on the listener is someone else, or the same one with a new token. */
  authorize(listener: ChangeListener, claims: Claims): void;
  close(listener: ChangeListener): void;
  /** Takes one change from replication; the listeners hear of it in the order of the calls. */
  take(change: RowChange, commitTime: Date): void;
}

const mostWaiting = 10_000;

/** Makes the feed. Its queries run on the stack's pool, so they never hold up broadcasts. */
export function createChangeFeed({ sql, log }: Pick<StackContext, "sql" | "log">): ChangeFeed {
  const subscriptions = new Map<ChangeListener, Subscription[]>();
  const deliver = createDelivery(sql);
  const queue = new WorkQueue(mostWaiting, (error) =>
    log("realtime", "a row change was not delivered", { reason: String(error) }),
  );
  let lastId = 0;

  return {
    async open(listener, bindings, claims) {
      const numbered = bindings.map((binding) => ({ ...binding, id: ++lastId }));
      if (numbered.length === 0) return { bindings: numbered, problem: null };
      try {
        const wanted = numbered.map((binding) => subscriptionOf(binding, listener, claims));
        const problem = await whyNotListen(sql, wanted);
        if (problem === null) subscriptions.set(listener, wanted);
        return { bindings: numbered, problem };
      } catch (error) {
        if (!(error instanceof InvalidFilter)) throw error;
        return { bindings: numbered, problem: `Unable to subscribe to changes: ${error.message}` };
      }
    },
    authorize(listener, claims) {
      for (const subscription of subscriptions.get(listener) ?? []) subscription.claims = claims;
    },
    close(listener) {
      subscriptions.delete(listener);
    },
    take(change, commitTime) {
      const interested = [...subscriptions.values()].flat().filter((wish) => concerns(wish, change));
      if (interested.length === 0) return;
      const taken = queue.add(() =>
        deliver(
          change,
          commitTime,
          // a listener may leave while earlier changes are looked at
          interested.filter((wish) => subscriptions.get(wish.listener)?.includes(wish)),
        ),
      );
      if (!taken) log("realtime", "too many row changes wait, one was dropped");
    },
  };
}

function subscriptionOf(
  binding: ChangeBinding & { id: number },
  listener: ChangeListener,
  claims: Claims,
): Subscription {
  return {
    id: binding.id,
    listener,
    claims,
    event: binding.event.toUpperCase(),
    schema: binding.schema ?? "public",
    table: binding.table ?? "*",
    conditions: parseFilter(binding.filter ?? ""),
    select: binding.select ?? null,
  };
}

function concerns({ event, schema, table }: Subscription, { kind, relation }: RowChange): boolean {
  return (
    (event === "*" || event === kind.toUpperCase()) &&
    (schema === "*" || schema === relation.schema) &&
    (table === "*" || table === relation.table)
  );
}
