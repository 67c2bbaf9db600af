import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { ChaosJob, EngineCalls, FoundJob } from "./engine-calls.ts";
import { timesOf } from "./ground.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** A number that is the same for a job in every attempt. */
const lotOf = (id: string) => Number.parseInt(sha256(id).slice(0, 8), 16);

const words = ["whale", "crab", "fish", "octopus", "shell", "seal", "dolphin", "shrimp", "turtle", "squid"];

function resultOf({ type, payload, user_id, draft_id }: FoundJob | ChaosJob): Record<string, unknown> {
  if (type === "generate_concepts")
    return {
      concepts: words.slice(0, Number(payload.count)).map((key) => ({
        key,
        names: { fr: `${key} fr`, en: key, es: `${key} es`, it: `${key} it`, de: `${key} de` },
      })),
    };
  const sha = sha256(JSON.stringify(payload));
  const file = { mime_type: "image/webp", size_bytes: 1000, width: 1024, height: 1024 };
  return { sha256: sha, storage_path: `${user_id}/${draft_id}/${sha}.webp`, ...file };
}

interface Seen {
  id: string;
  status: string;
}

/** How a chaos worker does its jobs: with the product's protocol, over the plainest means. */
export function openWork(calls: EngineCalls, providerUrl: string, leaseSeconds: number) {
  const { leaseMilliseconds, graceSeconds } = timesOf(leaseSeconds);

  async function ask(path: string, init?: RequestInit): Promise<Seen | null> {
    const answer = await fetch(`${providerUrl}/predictions${path}`, init);
    return (await answer.json()) as Seen | null;
  }

  async function collect(predictionId: string, seen: Seen): Promise<void> {
    const found = await calls.find(predictionId);
    if (!found || seen.status === "processing") return;
    if (seen.status !== "succeeded") return void (await calls.settle(predictionId, "cancelled"));
    if (found.is_current) return calls.finish({ id: found.job_id, attempt: found.attempt }, resultOf(found));
    await calls.settle(predictionId, "succeeded");
  }

  /** Takes over what earlier attempts have at the provider. True when the job needs no new request now. */
  async function adopt(job: ChaosJob): Promise<boolean> {
    for (const row of job.unsettled_predictions) {
      const seen = await ask(row.external_id ? `/${row.external_id}` : `/by/${row.id}`);
      const age = (Date.now() - Date.parse(row.created_at)) / 1000;
      if (seen) {
        if (!(await calls.save(job, row.id, seen.id))) continue;
        await collect(row.id, seen);
        return true;
      }
      if (age < graceSeconds) {
        await calls.defer(job, graceSeconds - age + 0.1);
        return true;
      }
      await calls.lose(row.id);
    }
    return false;
  }

  async function askModel(job: ChaosJob): Promise<void> {
    if (await adopt(job)) return;
    const lot = lotOf(job.id);
    if (lot % 50 === 0 && job.attempt === 1) return void (await calls.fail(job));
    // Without its seed the same thing is wanted by two drafts, so that results are used again.
    const { seed: _own, ...input } = job.payload;
    const hash = sha256(JSON.stringify({ model: job.model?.name, input }));
    const gate = await calls.record(job, input, hash);
    if (gate.action === "wait") return;
    if (gate.action === "reuse") return calls.finish(job, { ...gate.result, ...resultOf(job) });
    // Time to be killed in, between the note and the request and between the request and its answer.
    await pause(lot % 20);
    const body = JSON.stringify({ ours: gate.prediction_id, inputHash: hash });
    const made = await ask("", { method: "POST", body });
    await pause(lot % 30);
    if (made) await calls.save(job, gate.prediction_id, made.id);
  }

  async function doAlone(job: ChaosJob): Promise<void> {
    const lot = lotOf(job.id);
    // One in forty takes longer than its lease and lives by its heartbeats.
    const milliseconds = lot % 40 === 0 ? leaseMilliseconds * 1.6 : 20 + (lot % 130);
    await pause(milliseconds / 2);
    if (lot % 3 === 0) await calls.progress(job, 50);
    await pause(milliseconds / 2);
    await calls.finish(job, { digest: sha256(job.id.repeat(100)) });
  }

  return {
    run: (job: ChaosJob) => (job.model ? askModel(job) : doAlone(job)),
    /** Asks the provider about open predictions, as the product's sweep does. */
    async sweep(): Promise<(() => Promise<void>)[]> {
      const open = await calls.open();
      return open.map(({ id, external_id, must_cancel }) => async () => {
        const seen = await ask(`/${external_id}${must_cancel ? "/cancel" : ""}`, {
          method: must_cancel ? "POST" : "GET",
        });
        if (must_cancel) await calls.settle(id, "cancelled");
        else if (seen) await collect(id, seen);
      });
    },
  };
}
