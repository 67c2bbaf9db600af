"use client";

import { useEffect, useRef, useState } from "react";
import type { Bulk } from "@/lib/jobs/control-schema";
import { changeJobs } from "@/lib/jobs/mutations";
import { type ProblemCode, problemCode } from "@/lib/problem";

interface BulkProgress {
  state: "running" | "stopped" | "done" | "failed";
  changed: number;
  refused: number;
  problem: ProblemCode | null;
}

/** Changes what a filter finds, batch after batch, until the end or until somebody says stop. */
export function useBulkRun() {
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const stopping = useRef(false);

  // Nobody watches any more: the batch on its way is the last.
  useEffect(
    () => () => {
      stopping.current = true;
    },
    [],
  );

  const start = async (bulk: Bulk) => {
    stopping.current = false;
    let changed = 0;
    let refused = 0;
    let cursor: string | null = null;
    const tell = (state: BulkProgress["state"], problem: ProblemCode | null = null) =>
      setProgress({ state, changed, refused, problem });
    tell("running");
    try {
      do {
        const filter: Bulk["filter"] = cursor ? { ...bulk.filter, cursor } : bulk.filter;
        const batch = await changeJobs({ ...bulk, filter });
        changed += batch.changed;
        refused += batch.refused;
        cursor = batch.next;
        tell("running");
      } while (cursor !== null && !stopping.current);
      tell(cursor === null ? "done" : "stopped");
    } catch (error) {
      tell("failed", problemCode(error));
    }
  };
  return {
    progress,
    start: (bulk: Bulk) => void start(bulk),
    stop: () => {
      stopping.current = true;
    },
  };
}
