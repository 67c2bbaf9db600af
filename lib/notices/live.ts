"use client";

import { useSyncExternalStore } from "react";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import { Problem, requestJson } from "../problem.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import {
  dropDraft,
  type Ending,
  followDraft,
  noRuns,
  type Run,
  type RunRecord,
  type RunState,
} from "./runs.ts";

/** Outlives the page that is shown: a run may begin on one and end on another. */
let state: RunState = noRuns;
const listeners = new Set<() => void>();

function setState(next: RunState): void {
  if (next === state) return;
  const isSeen = next.runs !== state.runs;
  state = next;
  if (isSeen) for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The universes that are being made or published right now, the one that began first at the front. */
export function useRuns(): ReadonlyMap<string, Run> {
  return useSyncExternalStore(
    subscribe,
    () => state.runs,
    () => noRuns.runs,
  );
}

interface RunNews {
  onBegin: (run: Run) => void;
  onEnd: (ending: Ending) => void;
}

/** Follows all that is made for this person, on whichever page they are. To be used once. */
export function useRunsLive(userId: string, { onBegin, onEnd }: RunNews): void {
  const take = (record: RunRecord) => {
    const { state: next, began, ended } = followDraft(state, record);
    setState(next);
    if (began) onBegin(began);
    if (ended) onEnd(ended);
  };
  /** What was going on when the channel broke off may have ended meanwhile. */
  const readAnew = async (draftId: string) => {
    try {
      take(await requestJson<RunRecord>(`/api/drafts/${draftId}`));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "not_found") throw error;
      setState(dropDraft(state, draftId));
    }
  };
  useLiveTopic({
    topic: topics.user(userId),
    onChange: ({ table, operation, record }: ChangeMessage) => {
      if (table !== "drafts") return;
      const draft = record as unknown as RunRecord;
      if (operation === "DELETE") setState(dropDraft(state, draft.id));
      else take(draft);
    },
    refetch: () => Promise.all([...state.runs.keys()].map(readAnew)),
  });
}
