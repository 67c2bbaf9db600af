import type { Names } from "../contract/languages.ts";
import type { DraftStatus } from "../contract/statuses.ts";
import type { RequestResult } from "../drafts/schema.ts";

/** As much of a draft as tells whether something of it is being made. */
export interface RunRecord {
  id: string;
  name: string;
  names: Names;
  status: DraftStatus;
  progress: number;
  active_job_id: string | null;
  /** How the request that ended last has ended. */
  last_request: Pick<RequestResult, "id" | "kind" | "status" | "failed" | "stopped"> | null;
  /** Number of the release that is out, if any. */
  release: number | null;
  updated_at: string;
}

/** A universe that is being made or published right now. */
export interface Run {
  draftId: string;
  name: string;
  names: Names;
  /** The request that is worked on, as far as that is known. */
  jobId: string | null;
  kind: "make" | "publish";
  progress: number;
  /** What was out when it began. */
  release: number | null;
}

/** How a run came out: all of it, part of it, or nothing. */
export type Outcome = "done" | "partial" | "failed";

export interface Ending extends Omit<Run, "kind"> {
  kind: RequestResult["kind"];
  outcome: Outcome;
}

export interface RunState {
  /** By the id of the draft, in the order in which they began. */
  runs: ReadonlyMap<string, Run>;
  /** When each draft that was heard of changed last: what overtook a message makes it old. */
  seen: ReadonlyMap<string, number>;
}

export const noRuns: RunState = { runs: new Map(), seen: new Map() };

export interface RunStep {
  state: RunState;
  began: Run | null;
  /** Null too where a run was stopped by somebody: that is no news to them. */
  ended: Ending | null;
}

type EndOf = Pick<Ending, "kind"> & { outcome: Outcome | null };

function endOf(run: Run, { status, release, last_request: request }: RunRecord): EndOf {
  // What was edited meanwhile is not published, though the rest of it is.
  if (run.kind === "publish")
    return { kind: run.kind, outcome: (release ?? 0) > (run.release ?? 0) ? "done" : "failed" };
  if (request && request.id === run.jobId) return { kind: request.kind, outcome: outcomeOf(request) };
  // Of two requests at once only one is known by its name; then the cards tell how it went.
  if (status === "ready" || status === "published") return { kind: run.kind, outcome: "done" };
  return { kind: run.kind, outcome: status === "partial" || status === "failed" ? status : null };
}

function outcomeOf({ status, failed, stopped }: NonNullable<RunRecord["last_request"]>): Outcome | null {
  if (status === "cancelled") return null;
  if (status === "failed") return "failed";
  return failed + stopped > 0 ? "partial" : "done";
}

/** What a draft that has changed means for the runs that are known; a draft that is gone ends its run without a word. */
export function followDraft(state: RunState, record: RunRecord): RunStep {
  const at = Date.parse(record.updated_at);
  const known = state.runs.get(record.id);
  const unchanged = { state, began: null, ended: null };
  if (at < (state.seen.get(record.id) ?? 0)) return unchanged;
  const seen = new Map(state.seen).set(record.id, at);
  const isPublishing = record.status === "publishing";
  if (isPublishing || record.status === "generating" || record.active_job_id !== null) {
    const { id: draftId, name, names, progress } = record;
    // What began as a publication stays one while its last message says otherwise already.
    const kind = isPublishing || known?.kind === "publish" ? "publish" : "make";
    const release = known ? known.release : record.release;
    const jobId = record.active_job_id ?? known?.jobId ?? null;
    const run: Run = { draftId, name, names, jobId, kind, progress, release };
    return {
      state: { runs: new Map(state.runs).set(draftId, run), seen },
      began: known ? null : run,
      ended: null,
    };
  }
  if (!known) return { ...unchanged, state: { ...state, seen } };
  const { kind, outcome } = endOf(known, record);
  const { name, names } = record;
  return {
    state: { runs: without(state.runs, record.id), seen },
    began: null,
    ended: outcome && { ...known, kind, name, names, progress: 100, outcome },
  };
}

/** A draft that was deleted is made no more. */
export function dropDraft(state: RunState, draftId: string): RunState {
  return state.runs.has(draftId) ? { ...state, runs: without(state.runs, draftId) } : state;
}

function without(runs: ReadonlyMap<string, Run>, draftId: string): Map<string, Run> {
  const left = new Map(runs);
  left.delete(draftId);
  return left;
}
