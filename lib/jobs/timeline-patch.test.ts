import { expect, it } from "vitest";
import type { StaffMessage } from "../contract/topics.ts";
import type { StaffJob } from "./schema.ts";
import { staffJob } from "./testing/staff-job.ts";
import { concernsJob, patchTimeline } from "./timeline-patch.ts";
import type { JobTimeline } from "./timeline-schema.ts";

const message = (records: StaffJob[], count = records.length): StaffMessage<StaffJob> => ({
  id: "",
  schema: "public",
  table: "jobs",
  operation: "UPDATE",
  sequence: null,
  count,
  records,
});

const parent = staffJob({ type: "generate_universe", is_parent: true });
const child = staffJob({ parent_id: parent.id });
const timeline: JobTimeline = {
  job: {
    ...parent,
    result: { cards: 3 },
    payload: { theme: "ocean" },
    model: null,
    credits: 1,
    estimated_duration_ms: null,
    actual_duration_ms: null,
  },
  events: [],
  predictions: [],
  children: [child],
  depends_on: [],
  unblocks: [],
};
const later = { updated_at: "2026-11-21T11:59:00+00:00" };

it("shows the newest of a job and its pieces, and keeps what messages leave out", () => {
  const patched = patchTimeline(timeline, [
    message([{ ...parent, ...later, progress: 10 }]),
    message([
      { ...parent, ...later, progress: 60 },
      { ...child, ...later, status: "completed" },
    ]),
  ]);
  expect(patched.job).toMatchObject({ progress: 60, result: { cards: 3 }, payload: { theme: "ocean" } });
  expect(patched.children[0]?.status).toBe("completed");
});

it("lets no older message put anything back", () => {
  const ahead = { ...timeline, job: { ...timeline.job, ...later, progress: 60 } };
  expect(patchTimeline(ahead, [message([parent])]).job.progress).toBe(60);
});

it("knows whether a message may be about the job", () => {
  expect(concernsJob([message([child])], parent.id)).toBe(true);
  expect(concernsJob([message([parent])], parent.id)).toBe(true);
  expect(concernsJob([message([], 51)], parent.id)).toBe(true);
  expect(concernsJob([message([staffJob()])], parent.id)).toBe(false);
  expect(concernsJob([{ ...message([], 1), table: "job_pauses" }], parent.id)).toBe(false);
});
