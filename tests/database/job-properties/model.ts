import type { Job, Status, World } from "./world.ts";

/** What is compared after each step: the rest (times with jitter, messages) is read from the database. */
const compared = [
  "status",
  "priority",
  "attempt",
  "round",
  "credits",
  "retry_count",
  "death_count",
  "unmet_dependencies",
] as const;

const hour = 3_600_000;
const lasting = (job: Job) => ["completed", "failed", "cancelled"].includes(job.status);

/**
 * The engine as it is meant: a copy of the world before a step, on which the step is done by the rules of the
 * specification instead of by SQL.
 */
export class JobModel {
  readonly jobs: Map<string, Job>;
  readonly world: World;
  private readonly now: number;

  constructor(world: World, now: number) {
    this.world = world;
    this.now = now;
    this.jobs = new Map(world.jobs.map((job) => [job.id, { ...job }]));
  }

  get(id: string): Job {
    const job = this.jobs.get(id);
    if (!job) throw new Error("no such job");
    return job;
  }

  /** Whether this attempt holds the job: nobody else may change it. */
  holds({ id, attempt }: { id: string; attempt: number }): boolean {
    const job = this.get(id);
    return job.status === "processing" && job.attempt === attempt;
  }

  children = (id: string) => [...this.jobs.values()].filter((job) => job.parent_id === id);
  private waitersOf = (id: string) =>
    this.world.waits.filter((wait) => wait.depends_on_id === id).map((wait) => this.get(wait.job_id));
  private awaitedBy = (id: string) =>
    this.world.waits.filter((wait) => wait.job_id === id).map((wait) => this.get(wait.depends_on_id));

  /** These jobs end in this way at once, and then all that follows from it. */
  end(ids: string[], status: Status): void {
    for (const id of ids) this.get(id).status = status;
    for (const id of ids) this.settle(id);
  }

  private settle(id: string): void {
    const job = this.get(id);
    for (const waiter of this.waitersOf(id)) {
      if (job.status === "completed") {
        waiter.unmet_dependencies -= 1;
        // Its time to start begins now.
        if (waiter.unmet_dependencies === 0) waiter.expires_at = Math.max(waiter.expires_at, this.now + hour);
      } else if (waiter.status === "pending") {
        waiter.error_code = "dependency_failed";
        this.end([waiter.id], "cancelled");
      }
    }
    const parent = job.parent_id === null ? undefined : this.get(job.parent_id);
    if (!parent || lasting(parent)) return;
    const pieces = this.children(parent.id);
    if (!pieces.every(lasting)) return;
    const has = (end: Status) => pieces.some((piece) => piece.status === end);
    parent.status = has("completed") ? "completed" : has("failed") ? "failed" : "cancelled";
  }

  complete(id: string): void {
    const job = this.get(id);
    const isPaid = this.world.predictions.some(
      ({ job_id, attempt, status }) =>
        job_id === id && attempt === job.attempt && ["open", "succeeded"].includes(status),
    );
    if (job.model_id !== null && !isPaid) job.credits = 0;
    this.end([id], "completed");
  }

  /** Back into the queue without a count, unless it has been trying for an hour. */
  defer(id: string, seconds: number): void {
    const job = this.get(id);
    if (this.now + seconds * 1000 > (job.started_at ?? 0) + hour) this.end([id], "failed");
    else job.status = "pending";
  }

  fail(id: string, code: string, isRetryable: boolean, retryAfter: number | null): void {
    const job = this.get(id);
    if (code === "provider_busy") this.defer(id, retryAfter ?? 10);
    else if (code === "provider_refused") job.status = "pending";
    else if (code !== "model_unavailable" && isRetryable && job.retry_count < job.max_retries) {
      job.status = "pending";
      job.retry_count += 1;
    } else this.end([id], "failed");
  }

  cancel(id: string): void {
    const tree = [this.get(id), ...this.children(id)].filter((job) => !lasting(job));
    this.end(
      tree.map((job) => job.id),
      "cancelled",
    );
  }

  reprioritise(id: string, priority: number): void {
    for (const job of [this.get(id), ...this.children(id)]) if (!lasting(job)) job.priority = priority;
  }

  private isPaused = (job: Job) =>
    this.world.pauses.some(
      ({ type, user_id }) =>
        (type === null && user_id === null) || type === job.type || user_id === job.user_id,
    );

  /** Returns how many jobs the reaper touches. */
  reap(): number {
    const leaves = () => [...this.jobs.values()].filter((job) => !job.is_parent);
    const silent = leaves().filter(
      (job) => job.status === "processing" && (job.lease_expires_at ?? 0) < this.now,
    );
    for (const job of silent) {
      if (job.external_id !== null) {
        this.fail(job.id, "provider_timeout", true, null);
        continue;
      }
      job.death_count += 1;
      if (job.death_count >= 5) this.end([job.id], "failed");
      else job.status = "pending";
    }
    const late = leaves().filter(
      (job) =>
        job.status === "pending" &&
        job.started_at === null &&
        job.unmet_dependencies === 0 &&
        job.expires_at <= this.now &&
        !this.isPaused(job),
    );
    this.end(
      late.map((job) => job.id),
      "failed",
    );
    return silent.length + late.length;
  }

  /** Everything that runs again with this job; empty when nothing does. */
  retry(id: string): string[] {
    const asked = this.get(id);
    if (!["failed", "cancelled"].includes(asked.status) && !(asked.is_parent && asked.status === "completed"))
      return [];
    const root = asked.is_parent ? asked.id : asked.parent_id;
    const ended = (job: Job) => ["failed", "cancelled"].includes(job.status);
    const again = new Set([asked, ...this.children(id)].filter((job) => !job.is_parent && ended(job)));
    for (const job of again) {
      for (const waiter of this.waitersOf(job.id))
        if (waiter.status === "cancelled" && waiter.error_code === "dependency_failed") again.add(waiter);
      for (const awaited of this.awaitedBy(job.id)) if (ended(awaited)) again.add(awaited);
    }
    if (again.size === 0) return [];
    const parent = root === null ? undefined : this.get(root);
    for (const job of [...again, ...(parent && lasting(parent) ? [parent] : [])])
      Object.assign(job, {
        status: job.is_parent ? "processing" : "pending",
        round: job.round + 1,
        retry_count: 0,
        death_count: 0,
      });
    for (const job of again)
      job.unmet_dependencies = this.awaitedBy(job.id).filter(({ status }) => status !== "completed").length;
    return [...again].map((job) => job.id);
  }

  /** What a claim of these types could take now, by the limits at its start. */
  candidates(types: string[], version: number): Job[] {
    const running = [...this.jobs.values()].filter((job) => job.status === "processing" && !job.is_parent);
    const count = (key: "user_id" | "model_id", value: string) =>
      running.filter((job) => job[key] === value).length;
    return [...this.jobs.values()].filter(
      (job) =>
        job.status === "pending" &&
        !job.is_parent &&
        job.unmet_dependencies === 0 &&
        job.run_at <= this.now &&
        (job.started_at !== null || job.expires_at > this.now) &&
        types.includes(job.type) &&
        job.payload_version <= version &&
        !this.isPaused(job) &&
        count("user_id", job.user_id) < 3 &&
        (job.model_id === null ||
          (this.world.held_until <= this.now &&
            count("model_id", job.model_id) < (this.world.slots[job.model_id] ?? 0))),
    );
  }

  /** Where the database has gone another way than the model. */
  differencesFrom(after: World): string[] {
    const found: string[] = [];
    for (const real of after.jobs) {
      const meant = this.jobs.get(real.id);
      if (!meant) continue;
      for (const key of compared)
        if (meant[key] !== real[key])
          found.push(`${real.type} ${real.id.slice(0, 8)}: ${key} is ${real[key]} instead of ${meant[key]}`);
    }
    return found;
  }
}
