import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { untilAnswered } from "../outage.ts";
import { drawsFrom } from "../random.ts";
import type { ScratchServer } from "../scratch-server.ts";
import type { Fleet } from "./fleet.ts";

/** How many faults of each kind a run is to see. */
export interface Faults {
  kills: number;
  pauses: number;
  restarts: number;
}

/** The last fault strikes when so much of the work is done. */
const lastFaultAt = 0.9;

async function completed(sql: postgres.Sql): Promise<number> {
  const { value } = await untilAnswered(() => sql`select count(*)::int as n from chaos.effects`);
  return value[0]?.n ?? 0;
}

interface Stage {
  server: ScratchServer;
  fleet: Fleet;
  pauseMilliseconds: number;
  isOver: () => boolean;
}

/**
 * Spreads the faults over the work: each strikes when its share of the jobs is done, whatever the time. Returns how
 * many struck, which is fewer when `isOver` comes true first.
 */
export async function strike(
  faults: Faults,
  jobs: number,
  seed: number,
  { server, fleet, pauseMilliseconds, isOver }: Stage,
): Promise<Faults> {
  const draws = drawsFrom(seed);
  const kinds = ["kills", "pauses", "restarts"] as const;
  const plan = draws.shuffle(kinds.flatMap((kind) => Array<keyof Faults>(faults[kind]).fill(kind)));
  const struck: Faults = { kills: 0, pauses: 0, restarts: 0 };
  const doStrike = {
    kills: async () => fleet.kill(draws),
    pauses: async () => fleet.pause(draws, pauseMilliseconds),
    restarts: async () => {
      await server.restartImmediately();
      return true;
    },
  };
  for (const [index, kind] of plan.entries()) {
    const due = (jobs * lastFaultAt * (index + 1)) / (plan.length + 1);
    while (!isOver() && (await completed(server.sql)) < due) await pause(50);
    while (!isOver()) {
      if (await doStrike[kind]()) {
        struck[kind] += 1;
        break;
      }
      await pause(10);
    }
  }
  return struck;
}
