import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillBusyStudio } from "../fixtures/busy-studio.ts";
import { type Executed, watchPlans } from "../fixtures/plans.ts";
import { freshDatabase } from "../setup/database.ts";

type Work = (db: postgres.TransactionSql) => Promise<unknown>;

/** Tables that grow with history. */
const grown = [
  "jobs",
  "job_events",
  "predictions",
  "results",
  "job_dependencies",
  "credit_entries",
  "draft_assets",
  "draft_asset_translations",
  "draft_asset_versions",
];

let stage: Awaited<ReturnType<typeof fillBusyStudio>>;
let plans: Awaited<ReturnType<typeof watchPlans>>;

beforeAll(async () => {
  const sql = await freshDatabase({ max: 2 });
  stage = await fillBusyStudio(sql);
  plans = await watchPlans(sql);
}, 180_000);

afterAll(() => plans.end());

async function signIn(db: postgres.TransactionSql, userId: string): Promise<void> {
  const claims = JSON.stringify({ sub: userId, role: "authenticated" });
  await db`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${userId}, true)`;
}

interface Question {
  work: Work;
  /** The indexes that must find the rows. */
  indexes: string[];
  /** How many rows of the grown tables any one statement may look at; what waits and runs here is 5,040 rows. */
  most: number;
}

/** What speaks against these plans: rows looked at beyond the limit, and indexes that were passed over. */
function faultsOf(executed: Executed[], { indexes, most }: Pick<Question, "indexes" | "most">): string[] {
  const steps = executed.flatMap((statement) => statement.steps);
  const greedy = steps
    .filter(({ relation, rows }) => relation && grown.includes(relation) && rows > most)
    .map(({ kind, relation, rows }) => `${kind} on ${relation} looks at ${rows} rows`);
  const used = new Set(steps.map(({ index }) => index));
  return [
    ...new Set(greedy),
    ...indexes.filter((index) => !used.has(index)).map((index) => `${index} is not used`),
  ];
}

const made = {
  sha256: "0".repeat(64),
  storage_path: "a.webp",
  mime_type: "image/webp",
  size_bytes: 1,
  width: 64,
  height: 64,
};
const types = ["generate_concepts", "generate_image", "publish"];
const asAdmin =
  (work: Work): Work =>
  async (db) => {
    await signIn(db, stage.admin);
    await work(db);
  };
const list = (filter: () => Record<string, postgres.JSONValue>) =>
  asAdmin((db) => db`select public.list_jobs(${db.json(filter())}, true)`);
const queue = 5200;
const page = 10_100;

const questions: Record<string, Question> = {
  "a claim: users in turn, their next jobs, free slots of models": {
    work: (db) => db`select public.get_next_jobs('worker', 10, ${types}::public.job_type[])`,
    indexes: ["lanes_served_at_idx", "jobs_claim_idx", "jobs_processing_idx", "jobs_running_of_model_idx"],
    most: 500,
  },
  "a claim of one job": {
    work: (db) => db`select public.get_next_jobs('worker', 1, ${types}::public.job_type[])`,
    indexes: ["lanes_served_at_idx", "jobs_claim_idx", "jobs_processing_idx"],
    most: 100,
  },
  "the reaper: leases that ran out, jobs that did not start in time": {
    work: async (db) => {
      await db`update public.jobs set lease_expires_at = now() - interval '1 hour' where id = ${stage.running.id}`;
      await db`select public.reap_expired_jobs()`;
    },
    indexes: ["jobs_processing_idx", "jobs_expiry_idx", "predictions_submitting_idx"],
    most: 600,
  },
  "the sweep: what the provider works on": {
    work: (db) => db`select public.get_open_predictions(20)`,
    indexes: ["predictions_open_idx"],
    most: 200,
  },
  "the gate: twins that are being made": {
    work: async (db) => {
      const { id, attempt } = stage.running;
      await db`select public.record_prediction(${id}, ${attempt}, '{}', 'never made')`;
    },
    indexes: ["predictions_input_hash_idx", "results_pkey"],
    most: 100,
  },
  "a completion: pieces of the request, what waited for it, what it cost": {
    work: (db) =>
      db`select public.complete_job(${stage.running.id}, ${stage.running.attempt}, ${db.json(made)})`,
    indexes: ["jobs_parent_id_idx", "predictions_job_id_idx", "job_dependencies_depends_on_id_idx"],
    most: 500,
  },
  "a card at work: the pieces of its request": {
    work: (db) => db`select private.reflect_on_card(j) from public.jobs j where j.id = ${stage.running.id}`,
    indexes: ["jobs_asset_id_idx"],
    most: 100,
  },
  "the cards of a draft, with their files and texts": {
    work: async (db) => {
      await signIn(db, stage.failed.user_id);
      await db`select public.list_draft_assets(draft_id) from public.jobs where id = ${stage.failed.id}`;
    },
    indexes: ["draft_asset_translations_pkey", "draft_asset_versions_pkey"],
    most: 100,
  },
  "a plan of every piece for all cards": {
    work: (db) => db`
      select private.plan_request(d, array(select id from public.draft_assets where draft_id = d.id),
        '{image,video,model3d,text,names,speech,music}')
      from public.drafts d where id = (select draft_id from public.jobs where id = ${stage.failed.id})`,
    indexes: ["draft_asset_translations_pkey"],
    most: 100,
  },
  "what is to be made again, and was not made since": {
    work: (db) =>
      db`select private.jobs_to_retry(p) from public.jobs p where p.id = ${stage.failed.parent_id}`,
    indexes: ["jobs_parent_id_idx", "jobs_draft_id_idx", "job_dependencies_depends_on_id_idx"],
    most: 500,
  },
  "a draft at work: its running request": {
    work: (db) => db`select private.settle_draft(draft_id) from public.jobs where id = ${stage.running.id}`,
    indexes: ["jobs_active_of_draft_idx"],
    most: 100,
  },
  "a draft at rest: how its last request ended": {
    work: (db) => db`select private.settle_draft(${stage.quietDraft.id})`,
    indexes: ["jobs_draft_id_idx"],
    most: 100,
  },
  "a request: its idempotency key, the queue before it, how long such jobs took, its quota": {
    work: async (db) => {
      await signIn(db, stage.quietDraft.owner_id);
      await db`select public.request_generation(${stage.quietDraft.id}, null, 'a key')`;
    },
    indexes: ["jobs_idempotency_key_idx", "jobs_active_idx", "jobs_durations_idx", "user_quotas_pkey"],
    most: queue,
  },
  "a forecast": {
    work: async (db) => {
      await signIn(db, stage.quietDraft.owner_id);
      await db`select public.get_preflight(${stage.quietDraft.id})`;
    },
    indexes: ["jobs_active_idx", "jobs_durations_idx", "jobs_active_of_draft_idx"],
    most: queue,
  },
  "a wake-up: whether there is anything to claim": {
    work: (db) => db`select private.wake_worker()`,
    indexes: ["jobs_claim_idx"],
    most: 100,
  },
  "the end of a pause: what gets its time to start anew": {
    work: asAdmin((db) => db`select public.resume_jobs(public.pause_jobs('publish'))`),
    indexes: [],
    most: 600,
  },
  "the dashboard's figures": {
    work: asAdmin((db) => db`select public.get_job_statistics()`),
    indexes: ["jobs_active_idx", "jobs_processing_idx", "jobs_ended_idx", "jobs_error_code_idx"],
    most: queue,
  },
  "everything about a job: events, requests to the provider, pieces, neighbours": {
    work: asAdmin((db) => db`select public.get_job_timeline(${stage.running.parent_id})`),
    indexes: ["job_events_pkey", "predictions_job_id_idx", "jobs_parent_id_idx", "job_dependencies_pkey"],
    most: 100,
  },
  "cleaning up: what ended long ago, with all that hangs on it": {
    work: (db) => db`select public.cleanup_old_jobs(2)`,
    indexes: [
      "jobs_ended_idx",
      "jobs_parent_id_idx",
      "job_dependencies_depends_on_id_idx",
      "credit_entries_job_id_idx",
      "predictions_job_id_idx",
      "job_events_pkey",
      "results_created_at_idx",
    ],
    most: queue,
  },
  "the figures of a day": {
    work: (db) => db`select public.rollup_kpis((now() - interval '9 days')::date)`,
    indexes: ["jobs_ended_idx", "predictions_job_id_idx"],
    most: 4500,
  },
  "a page of all jobs": {
    work: list(() => ({})),
    indexes: ["jobs_created_at_idx"],
    most: page,
  },
  "the next page by key": {
    work: list(() => ({ after: { created_at: stage.failed.created_at.toISOString(), id: stage.failed.id } })),
    indexes: ["jobs_created_at_idx"],
    most: page,
  },
  "a page of what waits": {
    work: list(() => ({ status: ["pending"] })),
    indexes: ["jobs_active_idx"],
    most: queue,
  },
  "a page of what runs": {
    work: list(() => ({ status: ["processing"] })),
    indexes: ["jobs_active_idx"],
    most: queue,
  },
  "a page of what failed": {
    work: list(() => ({ status: ["failed"] })),
    indexes: ["jobs_failed_idx"],
    most: page,
  },
  "a page of what was stopped": {
    work: list(() => ({ status: ["cancelled"] })),
    indexes: ["jobs_cancelled_idx"],
    most: page,
  },
  "a page of one type": {
    work: list(() => ({ type: ["publish"] })),
    indexes: ["jobs_of_type_idx"],
    most: page,
  },
  "a page of a type that nobody used": {
    work: list(() => ({ type: ["notify"] })),
    indexes: ["jobs_of_type_idx"],
    most: 100,
  },
  "a page of one person": {
    work: list(() => ({ user_id: stage.waiting.user_id })),
    indexes: ["jobs_user_id_idx"],
    most: 600,
  },
  "one's own jobs": {
    work: async (db) => {
      await signIn(db, stage.waiting.user_id);
      await db`select public.list_jobs('{}')`;
    },
    indexes: ["jobs_user_id_idx"],
    most: 600,
  },
  "a page of one draft": {
    work: list(() => ({ draft_id: stage.quietDraft.id })),
    indexes: ["jobs_draft_id_idx"],
    most: 600,
  },
  "a page of one request's pieces": {
    work: list(() => ({ parent_id: stage.running.parent_id })),
    indexes: ["jobs_parent_id_idx"],
    most: 100,
  },
  "a page of one day long ago": {
    work: list(() => {
      const to = Date.now() - 20 * 86_400_000;
      return {
        created_from: new Date(to - 86_400_000).toISOString(),
        created_to: new Date(to).toISOString(),
      };
    }),
    indexes: ["jobs_created_at_idx"],
    most: 4500,
  },
  "a page of what is stuck": {
    work: list(() => ({ is_stuck: true })),
    indexes: ["jobs_processing_idx", "jobs_claim_idx"],
    most: queue,
  },
  "a search for an id": {
    work: list(() => ({ text: stage.running.id })),
    indexes: ["jobs_pkey", "jobs_parent_id_idx"],
    most: 100,
  },
  "a search for the name of a draft": {
    work: list(() => ({ text: "volcano" })),
    indexes: ["jobs_draft_id_idx"],
    most: 1000,
  },
  "a search for the code of an error": {
    work: list(() => ({ text: "worker_died" })),
    indexes: ["jobs_error_code_idx"],
    most: 3000,
  },
  "a search for nothing that there is": {
    work: list(() => ({ text: "no such thing" })),
    indexes: ["jobs_error_code_idx"],
    most: 100,
  },
};

describe("with 105,000 jobs", () => {
  it.for(Object.entries(questions))("%s", async ([, question]) => {
    expect(faultsOf(await plans.during(question.work), question)).toEqual([]);
  });

  // The whole table is 6,500 pages.
  it.for([
    ["a page of all jobs", 1500],
    ["a page of what waits", 1500],
    ["one's own jobs", 1000],
    ["the dashboard's figures", 2500],
    ["everything about a job: events, requests to the provider, pieces, neighbours", 500],
  ] as const)("%s takes no more than %d pages of 8 kB", async ([name, most]) => {
    const executed = await plans.during(questions[name]?.work ?? (async () => {}));
    expect(executed.at(-1)?.buffers).toBeGreaterThan(0);
    expect(executed.at(-1)?.buffers).toBeLessThan(most);
  });
});

describe("the tests above notice", () => {
  const pairs = Object.entries(questions).flatMap(([name, question]) =>
    question.indexes.filter((index) => !index.endsWith("_pkey")).map((index) => ({ name, index, question })),
  );

  it.for(pairs)("that $index is gone: $name", async ({ index, question }) => {
    let isEndless = false;
    const executed = await plans.during(async (db) => {
      const schema = /^(results|lanes)_/.test(index) ? "private" : "public";
      await db.unsafe(`drop index ${schema}.${index}`);
      // Some of them would take minutes.
      await db`set local statement_timeout = '4s'`;
      await question.work(db).catch(({ code }: { code?: string }) => {
        isEndless = code === "57014";
      });
    });
    expect(isEndless || faultsOf(executed, question).includes(`${index} is not used`)).toBe(true);
  });
});
