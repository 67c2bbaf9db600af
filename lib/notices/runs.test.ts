import { describe, expect, it } from "vitest";
import { dropDraft, followDraft, noRuns, type RunRecord, type RunState } from "./runs.ts";

const names = { fr: "La jungle", en: "Jungle", es: null, it: null, de: null };
let minute = 0;

function record(change: Partial<RunRecord>): RunRecord {
  minute += 1;
  return {
    id: "d1",
    name: "Jungle",
    names,
    status: "ready",
    progress: 100,
    active_job_id: null,
    last_request: null,
    release: null,
    updated_at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    ...change,
  };
}

/** Says one after the other what became of a draft; the answers, and what is known at the end. */
function tell(...changes: Partial<RunRecord>[]) {
  let state: RunState = noRuns;
  const steps = changes.map((change) => {
    const step = followDraft(state, record(change));
    state = step.state;
    return step;
  });
  return { steps, state, last: steps.at(-1) };
}

const making = { status: "generating", active_job_id: "j1" } as const;

describe("a universe that is being made", () => {
  it("begins once, and moves on with every message", () => {
    const { steps, state } = tell({ ...making, progress: 0 }, { ...making, progress: 42 });
    expect(steps.map(({ began }) => began?.kind ?? null)).toEqual(["make", null]);
    expect(state.runs.get("d1")).toMatchObject({ progress: 42, name: "Jungle", names });
  });

  it.each([
    ["ready", "done"],
    ["published", "done"],
    ["partial", "partial"],
    ["failed", "failed"],
  ] as const)("ends as %s: %s", (status, outcome) => {
    const { state, last } = tell(making, { status });
    expect(last?.ended).toMatchObject({ draftId: "d1", kind: "make", outcome });
    expect(state.runs.size).toBe(0);
  });

  it("that was stopped before anything was there ends without a word", () => {
    const { state, last } = tell(making, { status: "draft" });
    expect(last?.ended).toBeNull();
    expect(state.runs.size).toBe(0);
  });

  it("that was deleted ends without a word", () => {
    expect(dropDraft(tell(making).state, "d1").runs.size).toBe(0);
  });

  it("goes on while only its status says that it is ready", () => {
    const { state, last } = tell(making, { status: "ready", active_job_id: "j1" });
    expect(last?.ended).toBeNull();
    expect(state.runs.size).toBe(1);
  });
});

describe("how a request ended", () => {
  const ended = (change: Partial<NonNullable<RunRecord["last_request"]>>) => ({
    last_request: { id: "j1", kind: "make", status: "completed", failed: 0, stopped: 0, ...change } as const,
  });

  it.each([
    ["completed", 0, 0, "done"],
    ["completed", 1, 0, "partial"],
    ["completed", 0, 2, "partial"],
    ["failed", 3, 0, "failed"],
    ["cancelled", 0, 3, undefined],
  ] as const)("%s with %i failed and %i stopped is told as %s", (status, failed, stopped, outcome) => {
    // The cards say nothing of it: they all have a picture, or none.
    for (const cards of ["ready", "draft"] as const) {
      const { last } = tell(making, { status: cards, ...ended({ status, failed, stopped }) });
      expect(last?.ended?.outcome).toBe(outcome);
    }
  });

  it("is told of ideas too, which leave no picture behind", () => {
    const { last } = tell(making, { status: "draft", ...ended({ kind: "ideas" }) });
    expect(last?.ended).toMatchObject({ kind: "ideas", outcome: "done" });
  });

  it("of another one counts for nothing: then the cards tell", () => {
    const { last } = tell(making, { status: "partial", ...ended({ id: "j0", kind: "ideas" }) });
    expect(last?.ended).toMatchObject({ kind: "make", outcome: "partial" });
  });
});

describe("a universe that is being published", () => {
  const publishing = { status: "publishing", active_job_id: "j2" } as const;

  it("is out when its release is another one, also when somebody edited it meanwhile", () => {
    for (const status of ["published", "ready"] as const) {
      const { last } = tell(
        { ...publishing, release: 1 },
        { ...publishing, release: 2 },
        { status, release: 2 },
      );
      expect(last?.ended).toMatchObject({ kind: "publish", outcome: "done" });
    }
  });

  it("has failed when the release is still the one before", () => {
    expect(
      tell({ ...publishing, release: 1 }, { status: "published", release: 1 }).last?.ended,
    ).toMatchObject({ kind: "publish", outcome: "failed" });
    expect(tell(publishing, { status: "ready" }).last?.ended).toMatchObject({ outcome: "failed" });
  });
});

describe("what is no news", () => {
  it("a draft that was merely edited", () => {
    const { steps } = tell({ status: "ready" }, { status: "ready", name: "Deep jungle" });
    expect(steps.map(({ began, ended }) => [began, ended])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("a message that was overtaken by the end", () => {
    const { state } = tell(making, { status: "ready" });
    const late = followDraft(state, { ...record(making), updated_at: "2025-01-01T00:00:00Z" });
    expect(late.began).toBeNull();
    expect(late.state.runs.size).toBe(0);
  });
});

it("two universes at once end one by one", () => {
  const { steps, state } = tell(making, { ...making, id: "d2", name: "Ocean" }, { status: "ready" });
  expect(steps.at(-1)?.ended).toMatchObject({ draftId: "d1" });
  expect([...state.runs.keys()]).toEqual(["d2"]);
});
