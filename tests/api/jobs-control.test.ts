import { beforeEach, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage, putJob } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";

let stage: JobStage;

beforeEach(async () => {
  stage = await openJobStage();
});

const patch = (jobId: string, body: unknown) => call(stage.admin, "PATCH", `/api/jobs/${jobId}`, body);
const status = async (jobId: string) =>
  (await call<{ status: string }>(stage.owner, "GET", `/api/jobs/${jobId}`)).body.status;

describe("the priority of a job", () => {
  it("is changed by an admin, who is shown the job", async () => {
    const jobId = await putJob(stage.owner);
    const answer = await patch(jobId, { priority: 10 });
    expect(answer.body).toMatchObject({ id: jobId, priority: 10, user_email: stage.owner.email });
  });

  it("goes to the pieces of a request too", async () => {
    const parent_id = await putJob(stage.owner, { type: "generate_universe" });
    const piece = await putJob(stage.owner, { parent_id });
    await patch(parent_id, { priority: 1 });
    expect((await call(stage.owner, "GET", `/api/jobs/${piece}`)).body.priority).toBe(1);
  });

  it("of a job that has ended stays", async () => {
    const answer = await patch(await putJob(stage.owner, { status: "cancelled" }), { priority: 9 });
    expect([answer.status, answer.body.code]).toEqual([409, "job_finished"]);
  });

  it.each([
    {},
    { priority: 0 },
    { priority: 11 },
    { priority: 1.5 },
    { priority: "9" },
    { priority: 9, status: "failed" },
  ])("is refused as %j", async (body) => {
    expect((await patch(await putJob(stage.owner), body)).status).toBe(422);
  });
});

describe("a pause of a person", () => {
  const pause = (body: object) => call<{ id: string }>(stage.admin, "POST", "/api/jobs/pauses", body);
  const pauses = async () =>
    (await call<{ pauses: { id: string }[] }>(stage.support, "GET", "/api/jobs/statistics")).body.pauses;

  it("is there until it is lifted, once", async () => {
    const user_id = stage.stranger.id;
    const made = await pause({ user_id, reason: "  too many\ncows " });
    expect(made.status).toBe(201);
    expect(await pauses()).toContainEqual(
      expect.objectContaining({
        id: made.body.id,
        user_id,
        reason: "too many cows",
        paused_by_email: "admin@studio.test",
      }),
    );
    expect((await pause({ user_id })).body.id).toBe(made.body.id);
    const lift = () => call(stage.admin, "DELETE", `/api/jobs/pauses/${made.body.id}`);
    expect((await lift()).status).toBe(204);
    expect((await pauses()).map(({ id }) => id)).not.toContain(made.body.id);
    expect((await lift()).status).toBe(404);
  });

  it.each([
    ["of nobody known", { user_id: crypto.randomUUID() }, 404],
    ["of a person who is no id", { user_id: "me" }, 422],
    ["of an unknown type", { type: "dance" }, 422],
    ["of a type and a person", { type: "publish", user_id: crypto.randomUUID() }, 422],
    // Passed over, it would hold back everything.
    ["with a misspelt key", { userid: crypto.randomUUID() }, 422],
    ["with a long reason", { type: "publish", reason: "x".repeat(10_000) }, 422],
    ["with an empty reason", { type: "publish", reason: "" }, 422],
  ])("%s is refused", async (_what, body, expected) => {
    expect((await pause(body)).status).toBe(expected);
  });
});

describe("a change in bulk", () => {
  interface Outcome {
    matched: number;
    changed: number;
    refused: number;
    next: string | null;
  }
  const bulk = (body: object) => call<Outcome>(stage.admin, "POST", "/api/jobs/bulk", body);

  it("counts first and changes nothing", async () => {
    const jobs = [
      await putJob(stage.owner),
      await putJob(stage.owner),
      await putJob(stage.owner, { status: "failed" }),
    ];
    const filter = { user_id: stage.owner.id };
    const dry = { changed: 0, refused: 0, next: null };
    expect((await bulk({ action: "cancel", filter })).body).toEqual({ matched: 2, ...dry });
    expect((await bulk({ action: "retry", filter, dry_run: true })).body).toEqual({ matched: 1, ...dry });
    expect(await Promise.all(jobs.map(status))).toEqual(["pending", "pending", "failed"]);
  });

  it("cancels what the filter finds and leaves the rest", async () => {
    const [farm, sea] = [await makeDraft(stage.owner), await makeDraft(stage.owner, "The sea")];
    const there = [
      await putJob(stage.owner, { draft_id: farm }),
      await putJob(stage.owner, { draft_id: farm }),
    ];
    const elsewhere = await putJob(stage.owner, { draft_id: sea });
    const done = await bulk({ action: "cancel", filter: { draft_id: farm }, dry_run: false });
    expect(done.body).toEqual({ matched: 2, changed: 2, refused: 0, next: null });
    expect(await Promise.all([...there, elsewhere].map(status))).toEqual([
      "cancelled",
      "cancelled",
      "pending",
    ]);
  });

  it("runs what failed again", async () => {
    const failed = await Promise.all(
      [1, 2].map(async () =>
        putJob(stage.owner, { status: "failed", draft_id: await makeDraft(stage.owner) }),
      ),
    );
    const filter = { user_id: stage.owner.id, status: ["failed"] };
    const done = await bulk({ action: "retry", filter, dry_run: false });
    expect(done.body).toMatchObject({ matched: 2, changed: 2 });
    expect(await Promise.all(failed.map(status))).toEqual(["pending", "pending"]);
  });

  it("gives a new priority", async () => {
    const jobId = await putJob(stage.owner);
    const filter = { user_id: stage.owner.id };
    await bulk({ action: "reprioritise", priority: 2, filter, dry_run: false });
    expect((await call(stage.owner, "GET", `/api/jobs/${jobId}`)).body.priority).toBe(2);
  });

  it("goes on batch by batch until all is done", async () => {
    const jobs = await Promise.all(Array.from({ length: 230 }, () => putJob(stage.owner)));
    const filter = { user_id: stage.owner.id };
    const first = await bulk({ action: "cancel", filter, dry_run: false });
    expect(first.body).toMatchObject({ matched: 230, changed: 200, next: expect.stringMatching(/^[\w-]+$/) });
    const again = { action: "cancel", filter: { ...filter, cursor: first.body.next }, dry_run: false };
    expect((await bulk(again)).body).toMatchObject({ changed: 30, next: null });
    expect((await bulk({ action: "cancel", filter })).body.matched).toBe(0);
    expect(await status(jobs[0] ?? "")).toBe("cancelled");
  });

  it.each([
    ["without an action", { filter: {} }],
    ["of an unknown action", { action: "delete", filter: {} }],
    ["without a filter", { action: "cancel" }],
    // Passed over, each of these would widen the filter.
    ["with a misspelt filter", { action: "cancel", filter: { statuses: ["failed"] } }],
    ["with an empty list", { action: "cancel", filter: { status: [] } }],
    ["with an unknown status", { action: "cancel", filter: { status: ["lost"] } }],
    ["with a filter that is a list", { action: "cancel", filter: [] }],
    ["with a cursor that is none", { action: "cancel", filter: { cursor: "x" } }],
    ["without the priority that it is about", { action: "reprioritise", filter: {} }],
    ["with a priority that it is not about", { action: "cancel", priority: 3, filter: {} }],
    ["with a priority out of range", { action: "reprioritise", priority: 11, filter: {} }],
    ["that is dry in other words", { action: "cancel", filter: {}, dry_run: "no" }],
  ])("%s is refused", async (_what, body) => {
    const answer = await call<{ code: string }>(stage.admin, "POST", "/api/jobs/bulk", body);
    expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
  });

  it("with NUL in a text, or no JSON, is refused", async () => {
    for (const body of ['{"action":"cancel","filter":{"text":"a\\u0000b"}}', "cancel"])
      expect((await call(stage.admin, "POST", "/api/jobs/bulk", body)).status).toBe(400);
  });
});
