import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillBusyStudio } from "../fixtures/busy-studio.ts";
import type { Question } from "../fixtures/hot-question.ts";
import { hotQuestions } from "../fixtures/hot-questions.ts";
import { type Executed, watchPlans } from "../fixtures/plans.ts";
import { freshDatabase } from "../setup/database.ts";

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
}, 600_000);

afterAll(() => plans.end());

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

const questions = hotQuestions(() => stage);

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
