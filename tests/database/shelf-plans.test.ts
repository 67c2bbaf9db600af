import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchPlans } from "../fixtures/plans.ts";
import { fillShelf } from "../fixtures/shelf.ts";
import { freshDatabase, newCast } from "../setup/database.ts";

let plans: Awaited<ReturnType<typeof watchPlans>>;

beforeAll(async () => {
  const sql = await freshDatabase({ max: 2 });
  const cast = await newCast(sql);
  await fillShelf(sql, cast.owner, 10_000);
  plans = await watchPlans(sql);
  // The first call of a connection reads the catalogue.
  await looksAt("only1");
});

afterAll(() => plans.end());

async function looksAt(search: string | null, theme: string | null = null) {
  const executed = await plans.during(
    (db) => db`select public.list_universes(0, 24, ${search}, null, ${theme})`,
  );
  const steps = executed.flatMap((statement) => statement.steps);
  return {
    indexes: new Set(steps.map(({ index }) => index)),
    most: Math.max(...steps.map(({ rows }) => rows)),
    buffers: executed.at(-1)?.buffers ?? 0,
  };
}

describe("among 10,000 universes", () => {
  it("a search reads its index, the universes that it finds, and no others", async () => {
    const { indexes, most, buffers } = await looksAt("only777");
    expect(indexes).toContain("shelf_words_idx");
    expect(most).toBeLessThan(100);
    expect(buffers).toBeLessThan(300);
  });

  it("a search for what is nowhere asks the index twice, and reads no universe", async () => {
    const { indexes, most, buffers } = await looksAt("nowhere");
    expect(indexes).toContain("shelf_words_idx");
    expect(most).toBeLessThan(2);
    expect(buffers).toBeLessThan(100);
  });

  it("a search reads its index also where a connection would keep one plan for all of them", async () => {
    const executed = await plans.during(async (db) => {
      await db`set local plan_cache_mode = force_generic_plan`;
      await db`select public.list_universes(0, 24, 'only777')`;
    });
    const ofShelf = executed.flatMap(({ steps }) => steps).filter(({ relation }) => relation === "shelf");
    expect(ofShelf.map(({ kind }) => kind)).not.toContain("Seq Scan");
    expect(Math.max(...ofShelf.map(({ rows }) => rows))).toBeLessThan(100);
  });

  it("a single letter leads to the newest that begin with it, and past the words of cards", async () => {
    const found = await looksAt("u");
    expect(found.indexes).toContain("shelf_newest_idx");
    // It counts them, and looks at what is on the page.
    expect(found.buffers).toBeLessThan(5000);
    const { indexes, most, buffers } = await looksAt("w");
    expect(indexes).toContain("shelf_words_idx");
    expect(most).toBeLessThan(2);
    expect(buffers).toBeLessThan(100);
  });

  it.for([[null], ["farm"]] as const)("the newest are the first of an index; theme: %s", async ([theme]) => {
    const { indexes } = await looksAt(null, theme);
    expect(indexes).toContain(theme ? "shelf_theme_key_idx" : "shelf_newest_idx");
  });
});
