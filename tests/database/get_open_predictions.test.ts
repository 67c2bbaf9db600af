import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generate, newDraft } from "../fixtures/engine.ts";
import { openPrediction, type Prediction } from "../fixtures/prediction.ts";
import { openQueue, type Queue } from "../fixtures/queue.ts";
import { as } from "../setup/database.ts";

let queue: Queue;
let sql: Queue["sql"];
let prediction: Prediction;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  prediction = await openPrediction(queue);
});

describe("a prediction that its job waits for", () => {
  it("is asked about with every tick, which comes each ten seconds, and not cancelled", async () => {
    await prediction.save("external-1");
    expect(await prediction.isOpen(7)).toEqual([]);
    expect(await prediction.isOpen(10)).toEqual([
      { id: prediction.id, external_id: "external-1", must_cancel: false },
    ]);
    expect(await prediction.isOpen(17)).toEqual([]);
    expect(await prediction.isOpen(20)).toHaveLength(1);
  });

  it("is nobody's business before the provider has named it, and after its end", async () => {
    expect(await prediction.isOpen()).toEqual([]);
    await prediction.save("external-1");
    await queue.complete(prediction.job);
    expect(await prediction.isOpen()).toEqual([]);
  });

  it("comes longest unasked first, a few at a time", async () => {
    const other = await openPrediction(queue, prediction.person);
    await prediction.save("external-1");
    await other.save("external-2", { at: 1 });
    const sweep = async () => {
      const [row] = await sql`select public.get_open_predictions(1, ${queue.at(30)}) as found`;
      return row?.found.map(({ id }: { id: string }) => id);
    };
    expect([await sweep(), await sweep(), await sweep()]).toEqual([[prediction.id], [other.id], []]);
  });
});

describe("a prediction that nobody waits for", () => {
  it("is to be cancelled when its job was stopped", async () => {
    await prediction.save("external-1");
    await queue.call(prediction.person, "cancel_job", prediction.job.id);
    expect(await prediction.isOpen()).toMatchObject([{ must_cancel: true }]);
  });

  it("is left for the next attempt to adopt, and cancelled when that one went another way", async () => {
    await prediction.save("external-left");
    await queue.reap(3600);
    expect(await prediction.isOpen(3700)).toEqual([]);
    const again = await queue.take({ at: 7200 });
    expect(await prediction.isOpen(7300)).toEqual([]);
    const [second] = await sql`
      select public.record_prediction(${again.id}, 2, '{}', 'another input', ${queue.at(7200)}) ->> 'prediction_id' as id`;
    await sql`select public.save_prediction(${second?.id}, 2, 'external-second', ${queue.at(7200)})`;
    expect(await prediction.isOpen(7300)).toEqual([
      { id: prediction.id, external_id: "external-left", must_cancel: true },
    ]);
  });
});

describe("a stray", () => {
  it("of a deleted account is remembered until it is cancelled, also if nobody has asked about it for long", async () => {
    await prediction.save("external-1");
    await sql`delete from auth.users where id = ${prediction.person.sub}`;
    expect(await sql`select from public.predictions where id = ${prediction.id}`).toHaveLength(0);
    const stray = { id: prediction.id, external_id: "external-1", must_cancel: true };
    expect(await prediction.isOpen(20)).toEqual([stray]);
    expect(await prediction.isOpen(25)).toEqual([]);
    expect(await prediction.isOpen(30)).toEqual([stray]);
  });

  it("is not made of what had ended before", async () => {
    await prediction.save("external-1");
    await queue.complete(prediction.job);
    await sql`delete from auth.users where id = ${prediction.person.sub}`;
    expect(await sql`select from private.strays`).toHaveLength(0);
  });

  it("is what a deleted draft leaves: its prediction is to be cancelled", async () => {
    const { person } = prediction;
    const draftId = await newDraft(sql, person);
    await generate(sql, person, draftId);
    const concepts = (await queue.claim({ at: 60 })).find(({ type }) => type === "generate_concepts");
    const [gate] = await sql`
      select public.record_prediction(${concepts?.id ?? ""}, 1, '{}', 'ocean', ${queue.at(60)}) ->> 'prediction_id' as id`;
    await sql`select public.save_prediction(${gate?.id}, 1, 'external-draft', ${queue.at(60)})`;
    await as(sql, person, (db) => db`select public.delete_draft(${draftId})`);
    const [row] = await sql`select public.get_open_predictions(20, ${queue.at(120)}) as found`;
    expect(row?.found).toContainEqual({ id: gate?.id, external_id: "external-draft", must_cancel: true });
  });

  it("is what a suspended account leaves: its jobs are stopped, and what runs is to be cancelled", async () => {
    await prediction.save("external-1");
    await sql`update auth.users set banned_until = now() + interval '1 day' where id = ${prediction.person.sub}`;
    expect(await queue.job(prediction.job.id)).toMatchObject({ status: "cancelled" });
    expect(await prediction.isOpen()).toMatchObject([{ must_cancel: true }]);
  });
});
