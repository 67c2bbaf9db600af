import type { SupabaseClient } from "@supabase/supabase-js";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../lib/contract/database.types.ts";
import { languages } from "../../lib/contract/languages.ts";
import type { AppError } from "../../lib/errors.ts";
import { refuseUnsuitable, type Words } from "../../lib/moderation/refuse-unsuitable.ts";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { openShakyDataApi, type ShakyDataApi } from "../fixtures/data-api.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { useSafetyModel } from "../fixtures/judgements.ts";
import { atelier, later, owner, setStage, sql, tools } from "../fixtures/worker-stage.ts";
import { as } from "../setup/database.ts";

let dataApi: ShakyDataApi;
let db: SupabaseClient<Database>;

setStage();
beforeAll(async () => {
  dataApi = await openShakyDataApi(sql);
});
beforeEach(async () => {
  await sql`update public.jobs set status = 'cancelled', completed_at = now() where status = 'pending'`;
  await useSafetyModel(sql, "atelier/moderation");
  // So it reads all five languages, and knows better than the lists of a deck in two of them.
  await sql`update public.models set input_mapping = '{"text": "$text"}' where name = 'atelier/moderation'`;
  db = (await dataApi.clientOf(owner)) as SupabaseClient<Database>;
});
afterEach(() => useSafetyModel(sql, null));

const fresh = (text: string) => `${text} ${freshWord()}`;
const judged = () =>
  sql`select status from public.jobs where user_id = ${owner.sub ?? ""} and type = 'moderate'`;

/** Whoever waits before the door has all the time that a busy machine needs. */
const patientClock = {
  now: () => 0,
  pause: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
};

/** What the door says, while workers and scheduler go on with their work. */
async function enter(words: Words, deck: readonly (typeof languages)[number][] = ["fr", "en"]) {
  let said: AppError | "welcome" | undefined;
  const door = refuseUnsuitable(db, words, deck, patientClock).then(
    () => {
      said = "welcome";
    },
    (error: AppError) => {
      said = error;
    },
  );
  while (said === undefined) {
    await drain(tools);
    await later();
    await sweepPredictions(tools);
    await Promise.race([door, new Promise((done) => setTimeout(done, 20))]);
  }
  return said;
}

describe("the door for words", () => {
  it("refuses at once, and asks nobody, what the lists refuse", async () => {
    expect(await enter({ theme: "soldiers shooting with guns" })).toMatchObject({
      code: "prompt_blocked",
      errors: expect.arrayContaining([{ path: "theme", message: "weapons" }]),
    });
    expect(await judged()).toHaveLength(0);
  });

  it("lets pass what lists and model find fine, with one question for all fields", async () => {
    expect(await enter({ theme: fresh("le jardin"), name: fresh("the garden"), prompt: null })).toBe(
      "welcome",
    );
    expect(await judged()).toMatchObject([{ status: "completed" }]);
  });

  it("refuses by field what only the model knows better", async () => {
    const words = { theme: fresh("le jardin"), name: fresh("eine Schachtel Zigaretten") };
    expect(await enter(words)).toMatchObject({
      code: "prompt_blocked",
      errors: [{ path: "name", message: "drugs" }],
    });
    await useSafetyModel(sql, null);
    expect(await enter(words)).toBe("welcome");
  });

  it("knows the same words again without asking", async () => {
    const words = { theme: fresh("eine Schachtel Zigaretten") };
    for (let turn = 0; turn < 3; turn += 1)
      expect(await enter(words)).toMatchObject({ errors: [{ path: "theme", message: "drugs" }] });
    expect(await judged()).toHaveLength(1);
    expect((await atelier.ledger()).calls.filter(({ model }) => model === "atelier/moderation")).toHaveLength(
      1,
    );
  });

  it("opens for two who come at once with the same words, and has them judged once", async () => {
    const words = { theme: fresh("le jardin") };
    expect(await Promise.all([enter(words), enter(words)])).toEqual(["welcome", "welcome"]);
    expect(await judged()).toHaveLength(1);
  });

  it("stays shut while the model fails", async () => {
    await atelier.order({ kind: "fail", error: "out of memory" });
    expect(await enter({ theme: fresh("le jardin") })).toMatchObject({ code: "moderation_unavailable" });
  });

  it("stays shut when somebody stops the judgement", async () => {
    await atelier.order({ kind: "stuck" });
    const waiting = enter({ theme: fresh("le jardin") });
    await expect
      .poll(async () => {
        const [job] = await sql`select id from public.jobs where type = 'moderate' and status = 'processing'`;
        if (job) await as(sql, owner, (one) => one`select public.cancel_job(${job.id})`);
        return (await judged())[0]?.status;
      })
      .toBe("cancelled");
    expect(await waiting).toMatchObject({ code: "moderation_unavailable" });
  });

  it("takes all the words of thirty cards in five languages", async () => {
    const names = Array.from({ length: 30 }, (_, card) =>
      languages.map((language) => [`items.${card}.names.${language}`, fresh(`animal ${card}`)] as const),
    ).flat();
    const bad = ["items.17.texts.de.story", fresh("eine Schachtel Zigaretten")] as const;
    expect(await enter(Object.fromEntries([...names, bad]))).toMatchObject({
      errors: [{ path: bad[0], message: "drugs" }],
    });
    expect((await judged()).length).toBeLessThan(50);
  });
});
