import type postgres from "postgres";
import { expect } from "vitest";
import type { Person, Queue } from "../fixtures/queue.ts";
import { breachesOf } from "./job-invariants.ts";
import { JobModel } from "./job-model.ts";
import type { Step } from "./job-steps.ts";
import { type Job, look, type World } from "./job-world.ts";

interface Ticket {
  id: string;
  attempt: number;
}

/** What a sequence runs on: people with drafts of their own, since each request has one. */
export interface Ground {
  queue: Queue;
  people: (Person & { drafts: string[] })[];
  admin: Person;
}

// In the middle of a month, so that no sequence comes into the next one with its new credits.
const start = Date.UTC(2026, 0, 15, 12);
const wrap = <Item>(list: readonly Item[], index: number): Item | undefined =>
  list[index % (list.length || 1)];

/** One sequence: does each step in the database and in the model, and compares them. Counts what happened in `seen`. */
export class JobRun {
  private now = start;
  private world: World = {} as World;
  private readonly tickets: Ticket[] = [];
  private readonly draftsUsed = new Map<string, number>();
  private readonly sql: postgres.Sql;
  private readonly ground: Ground;
  private readonly seen: Map<string, number>;

  constructor(ground: Ground, seen: Map<string, number>) {
    this.ground = ground;
    this.sql = ground.queue.sql;
    this.seen = seen;
  }

  async begin(): Promise<void> {
    await this.ground.queue.clear();
    await this
      .sql`insert into private.results (input_hash, type, result) values ('input 0', 'generate_image', '{}')`;
    this.world = await look(this.sql);
  }

  /** Does one step, and fails where the database differs from what is meant. */
  async take(step: Step): Promise<void> {
    const model = new JobModel(this.world, this.now);
    const check = await this.perform(step, model);
    const [after, breaches] = await Promise.all([look(this.sql), breachesOf(this.sql)]);
    expect([...breaches], JSON.stringify(step)).toEqual([]);
    if (typeof check === "function") check(after);
    expect(model.differencesFrom(after), JSON.stringify(step)).toEqual([]);
    for (const job of after.jobs) {
      const before = this.world.jobs.find(({ id }) => id === job.id);
      // Within a round a request only rises, and so does a job within an attempt.
      if (before && before.round === job.round && (job.is_parent || before.attempt === job.attempt))
        expect(job.progress, `progress of ${job.type}`).toBeGreaterThanOrEqual(before.progress);
    }
    this.world = after;
  }

  private count(name: string): void {
    this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
  }

  private time = () => new Date(this.now);

  private perform(step: Step, model: JobModel): Promise<unknown> {
    switch (step.do) {
      case "request":
        return this.request(step);
      case "enqueue":
        return this.enqueue(step);
      case "claim":
        return this.claim(step, model);
      case "cancel":
      case "retry":
      case "reprioritise":
        return this.control(step, model);
      case "pause":
        return this.pause(step);
      case "resume":
        return this.resume(step);
      case "reap":
        return this.reap(model);
      case "wait":
        this.now += step.seconds * 1000;
        return Promise.resolve();
      default:
        return this.work(step, model);
    }
  }

  private draftOf(person: Ground["people"][number]): string | undefined {
    const used = this.draftsUsed.get(person.sub) ?? 0;
    this.draftsUsed.set(person.sub, used + 1);
    return person.drafts[used];
  }

  private async put(jobs: object[]): Promise<void> {
    await this
      .sql`select public.enqueue_jobs(${this.sql.json(jobs as unknown as postgres.JSONValue)}, ${this.time()})`;
  }

  private async request({ who, pieces }: Extract<Step, { do: "request" }>): Promise<void> {
    const person = wrap(this.ground.people, who);
    const draft = person && this.draftOf(person);
    if (!draft) return;
    const id = crypto.randomUUID();
    const credits = pieces.reduce((sum, piece) => sum + piece.credits, 0);
    const row = { user_id: person.sub, draft_id: draft };
    const ids = pieces.map(() => crypto.randomUUID());
    await this.sql`select private.take_request(${person.sub}, false, ${credits}, ${this.time()})`;
    await this.put([{ ...row, id, type: "generate_universe", credits, planned_weight: pieces.length }]);
    await this.sql`select private.charge(j, ${credits}, ${this.time()}) from public.jobs j where id = ${id}`;
    await this.put(
      pieces.map(({ delay, waitsFor, ...piece }, place) => ({
        ...row,
        ...piece,
        id: ids[place],
        parent_id: id,
        run_at: new Date(this.now + delay * 1000),
        depends_on: [...new Set(waitsFor.filter((other) => other < place))].map((other) => ids[other]),
      })),
    );
  }

  private async enqueue({ who, type, job, waitsFor }: Extract<Step, { do: "enqueue" }>): Promise<void> {
    const person = wrap(this.ground.people, who);
    if (!person) return;
    const { delay, ...columns } = job;
    const row = { ...columns, user_id: person.sub, type, run_at: new Date(this.now + delay * 1000) };
    if (type === "notify") {
      const others = this.world.jobs.filter((other) => other.type === "notify");
      const awaited = new Set(waitsFor.map((at) => wrap(others, at)?.id).filter((id) => id !== undefined));
      await this.put([{ ...row, depends_on: [...awaited] }]);
      return;
    }
    const draft = this.draftOf(person);
    if (!draft) return;
    const id = crypto.randomUUID();
    await this.sql`select private.take_request(${person.sub}, false, 1, ${this.time()})`;
    await this.put([{ ...row, id, draft_id: draft }]);
    await this.sql`select private.charge(j, 1, ${this.time()}) from public.jobs j where id = ${id}`;
  }

  private async claim({ worker, limit, types, version }: Extract<Step, { do: "claim" }>, model: JobModel) {
    const candidates = model.candidates(types, version);
    const [row] = await this.sql<{ jobs: Ticket[] }[]>`
      select public.get_next_jobs(${`worker-${worker}`}, ${limit}, ${types}::public.job_type[], ${this.time()}, ${version}) as jobs`;
    const claimed = (row?.jobs ?? []).map(({ id }) => model.get(id));
    this.tickets.push(...(row?.jobs ?? []).map(({ id, attempt }) => ({ id, attempt })));
    for (const job of claimed) {
      expect(candidates, "only what may be claimed is").toContain(job);
      this.count("claimed");
    }
    expect(claimed.length, "as many as were asked for, at most").toBeLessThanOrEqual(limit);
    expect(claimed.length > 0, "something is claimed where something can be").toBe(candidates.length > 0);
    this.expectTurns(candidates, claimed);
    for (const job of claimed) Object.assign(job, { status: "processing", attempt: job.attempt + 1 });
    return undefined;
  }

  /** Who was served longest ago comes first, and priority decides within a person. */
  private expectTurns(candidates: Job[], claimed: Job[]): void {
    const served = (job: Job) => this.world.lanes[job.user_id] ?? Number.NEGATIVE_INFINITY;
    const passedOver = candidates.filter((job) => !claimed.some(({ user_id }) => user_id === job.user_id));
    for (const waiting of passedOver) {
      const hasOnlyFree = candidates.every((job) => job.user_id !== waiting.user_id || job.model_id === null);
      if (hasOnlyFree)
        for (const job of claimed) expect(served(job), "rotation").toBeLessThanOrEqual(served(waiting));
    }
    for (const job of claimed)
      for (const other of candidates)
        if (other.user_id === job.user_id && other.model_id === job.model_id && !claimed.includes(other))
          expect(other.priority, "priority within a person").toBeLessThanOrEqual(job.priority);
  }

  /** What a worker says of a job that it holds, or held once: a stale attempt changes nothing at all. */
  private async work(
    step: Extract<Step, { ticket: number }>,
    model: JobModel,
  ): Promise<((after: World) => void) | undefined> {
    const held = this.tickets.filter((one) => model.holds(one));
    // Half of them are held; the others are of all times, and most of those are stale.
    const ticket = wrap(step.ticket % 2 === 0 && held.length > 0 ? held : this.tickets, step.ticket >> 1);
    if (!ticket) return undefined;
    const { digest } = this.world;
    if (model.holds(ticket)) {
      await this.say(step, ticket, model);
      return undefined;
    }
    this.count("refused");
    await expect(this.say(step, ticket, null)).rejects.toMatchObject({
      message: "stale_attempt",
      code: "PT409",
    });
    return (after) => expect(after.digest, "a stale attempt changes nothing").toBe(digest);
  }

  private async say(
    step: Extract<Step, { ticket: number }>,
    { id, attempt }: Ticket,
    model: JobModel | null,
  ) {
    const { sql } = this;
    const now = this.time();
    switch (step.do) {
      case "heartbeat":
        await sql`select public.heartbeat_job(${id}, ${attempt}, ${now})`;
        return;
      case "progress":
        await sql`select public.update_job_progress(${id}, ${attempt}, ${step.percent})`;
        return;
      case "complete":
        await sql`select public.complete_job(${id}, ${attempt}, '{}', ${now})`;
        model?.complete(id);
        return;
      case "defer":
        await sql`select public.defer_job(${id}, ${attempt}, ${step.seconds}, 'unknown_fate', '', ${now})`;
        model?.defer(id, step.seconds);
        return;
      case "fail":
        await sql`select public.fail_job(${id}, ${attempt}, ${step.code}, '', null, ${step.isRetryable}, ${step.retryAfter}, ${now})`;
        model?.fail(id, step.code, step.isRetryable, step.retryAfter);
        return;
      case "predict":
        await this.predict(step.input, { id, attempt }, model);
    }
  }

  private async predict(input: number, { id, attempt }: Ticket, model: JobModel | null): Promise<void> {
    const { sql, world } = this;
    const hash = `input ${input}`;
    const [row] = await sql<{ gate: { action: string; prediction_id: string; seconds: number } }[]>`
      select public.record_prediction(${id}, ${attempt}, '{}', ${hash}, ${this.time()}) as gate`;
    const gate = row?.gate;
    if (!gate || !model) return;
    const { type } = model.get(id);
    const isMade = world.results.some((result) => result.hash === hash && result.type === type);
    const isBeingMade = world.predictions.some((one) => {
      const other = model.get(one.job_id);
      return (
        one.hash === hash &&
        ["submitting", "open"].includes(one.status) &&
        one.job_id !== id &&
        other.status === "processing" &&
        other.type === type
      );
    });
    const patience = (world.held_until - this.now) / 1000;
    const meant = isMade ? "reuse" : patience > 0 || isBeingMade ? "wait" : "submit";
    expect(gate.action, "the gate").toBe(meant);
    this.count(meant);
    if (meant === "wait") model.defer(id, patience > 0 ? patience : 3);
    else if (meant === "submit")
      await sql`select public.save_prediction(${gate.prediction_id}, ${attempt}, ${crypto.randomUUID()}, ${this.time()})`;
  }

  private async control(
    step: Extract<Step, { job: number }> & { do: string },
    model: JobModel,
  ): Promise<void> {
    const ended = this.world.jobs.filter(({ status }) => status === "failed" || status === "cancelled");
    // Half of the retries are of what may be tried again.
    const isLikely = step.do === "retry" && step.job % 2 === 0 && ended.length > 0;
    const job = wrap(isLikely ? ended : this.world.jobs, step.job >> 1);
    if (!job) return;
    const isOver = ["completed", "failed", "cancelled"].includes(job.status);
    // The functions for people have no clock: what stands behind them has.
    const attempt = this.sql.begin(async (db) => {
      await db`select set_config('request.jwt.claim.sub', ${job.user_id}, true)`;
      if (step.do === "cancel") await db`select public.cancel_job(${job.id})`;
      else if (step.do === "retry")
        await db`select private.retry(private.own_job(${job.id}), false, ${this.time()})`;
      else if ("priority" in step)
        await db`select private.reprioritise(private.own_job(${job.id}), ${step.priority as number})`;
    });
    if (step.do === "retry" ? model.retry(job.id).length === 0 : isOver) {
      const message = step.do === "retry" ? "nothing_to_do" : "job_finished";
      await expect(attempt, step.do).rejects.toMatchObject({ message, code: "PT409" });
      return;
    }
    await attempt;
    this.count(step.do);
    if (step.do === "cancel") model.cancel(job.id);
    else if ("priority" in step) model.reprioritise(job.id, step.priority as number);
  }

  private async asAdmin(statement: (db: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
    await this.sql.begin(async (db) => {
      await db`select set_config('request.jwt.claim.sub', ${this.ground.admin.sub}, true)`;
      await statement(db);
    });
  }

  private async pause({ type, who }: Extract<Step, { do: "pause" }>): Promise<void> {
    const user = who === null || type !== null ? null : (wrap(this.ground.people, who)?.sub ?? null);
    await this.asAdmin((db) => db`select public.pause_jobs(${type}::public.job_type, ${user})`);
  }

  private async resume({ pause }: Extract<Step, { do: "resume" }>): Promise<void> {
    const active = wrap(this.world.pauses, pause);
    if (active) await this.asAdmin((db) => db`select public.resume_jobs(${active.id})`);
  }

  private async reap(model: JobModel): Promise<undefined> {
    const [row] = await this.sql<
      { count: number }[]
    >`select public.reap_expired_jobs(${this.time()}) as count`;
    expect(row?.count, "jobs reaped").toBe(model.reap());
    if (row?.count) this.count("reaped");
    return undefined;
  }
}
