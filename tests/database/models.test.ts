import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { JobType } from "../../lib/contract/jobs.ts";
import type { ClaimedJob } from "../../lib/contract/worker.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { generatorOf } from "../../supabase/functions/generation-worker/generators/registry.ts";
import { findInputFaults } from "../../supabase/local/atelier/api/validate-input.ts";
import { findModel } from "../../supabase/local/atelier/models/registry.ts";
import { registerModels, registrations, unregisterModels } from "../../supabase/local/atelier/register.ts";
import { ask } from "../fixtures/ask.ts";
import { claimJudgements, requestModeration, useSafetyModel } from "../fixtures/judgements.ts";
import { claimPieces, completePiece, modelTypes, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Row {
  job_type: JobType;
  name: string;
  version: string | null;
  input_mapping: Record<string, unknown>;
  price_micros: string;
  is_active: boolean;
  notes: string;
}

let sql: postgres.Sql;
let cast: Cast;
let models: Row[];
/** One job of each type, with the payload that the database gave it. */
const jobs = new Map<string, ClaimedJob>();

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  models = [...(await sql<Row[]>`select * from public.models`)];
  await setUpModels(sql);
  const pieces = ["image", "video", "model3d", "text", "speech", "music", "cover"];
  const draftId = await newDraftOf(sql, cast.owner, pieces, 1);
  const request = (wanted: string[]) =>
    ask(
      sql,
      cast.owner,
      (db) => db`select public.request_generation(${draftId}, null, null, ${wanted}) as answer`,
    );
  async function work() {
    for (let taken = await claimPieces(sql); taken.length > 0; taken = await claimPieces(sql))
      for (const job of taken) {
        jobs.set(job.type, job as unknown as ClaimedJob);
        await completePiece(sql, job);
      }
  }
  await request(pieces);
  await work();
  await sql`delete from public.draft_asset_translations where language = 'en'`;
  await request(["names"]);
  await work();
  await useSafetyModel(sql, "meta/llama-guard-4-12b");
  await requestModeration(sql, cast.owner, ["a lion"]);
  for (const job of await claimJudgements(sql)) jobs.set(job.type, job as unknown as ClaimedJob);
});

/** What the worker would send to a model for a job of its type. */
async function inputFor(
  type: JobType,
  { name, version, input_mapping }: Omit<Row, "job_type" | "price_micros" | "is_active" | "notes">,
) {
  const job = jobs.get(type);
  if (!job) throw new Error(`no job of type ${type}`);
  let sent: Record<string, unknown> | undefined;
  const source = { storage_path: "a.webp", sha256: "a".repeat(64), mime_type: "image/webp" };
  const tools = {
    engine: {
      getJobSources: async () => ({ image: source, voice: null }),
      async recordPrediction(_id: string, _attempt: number, input: Record<string, unknown>) {
        sent = input;
        return { action: "wait", seconds: 1 };
      },
    },
    environment: { supabaseUrl: "http://127.0.0.1:1", providerUrl: "http://127.0.0.1:2" },
    storage: {
      from: () => ({
        createSignedUrl: async () => ({ data: { signedUrl: "http://127.0.0.1:1/a?token=x" }, error: null }),
      }),
    },
  } as unknown as Tools;
  const model = { id: "m", name, version, input_mapping, timeout_seconds: 60, price_micros: 0 };
  await generatorOf(type)({ ...job, model, unsettled_predictions: [] }, tools, new AbortController().signal);
  return sent;
}

describe("the models of a new project", () => {
  it("are one for every kind of piece, with a price and a note of where it is from", () => {
    expect(
      models
        .filter(({ is_active }) => is_active)
        .map(({ job_type }) => job_type)
        .sort(),
    ).toEqual([...modelTypes].sort());
    for (const { price_micros, notes } of models) {
      expect(Number(price_micros)).toBeGreaterThan(0);
      expect(notes).toMatch(/2026-\d\d-\d\d/);
    }
  });

  it.each([...modelTypes, "moderate" as const])(
    "can be asked for %s with all that their mapping names",
    async (type) => {
      const model = models.find(({ job_type }) => job_type === type);
      if (!model) throw new Error("no model");
      const input = await inputFor(type, model);
      expect(Object.keys(input ?? {}).sort()).toEqual(Object.keys(model.input_mapping).sort());
      expect(JSON.stringify(input)).not.toMatch(/"\$[a-z]/);
    },
  );
});

describe("a style and a size", () => {
  const wide = { style: "watercolour", width: 1024, height: 768 };
  const asked = async (type: JobType, model: Parameters<typeof inputFor>[1]) => {
    const job = jobs.get(type);
    if (!job) throw new Error(`no job of type ${type}`);
    jobs.set(type, { ...job, payload: { ...job.payload, ...wide } });
    const input = await inputFor(type, model);
    jobs.set(type, job);
    return input;
  };

  it.each(["generate_image", "generate_graphic"] as const)(
    "of %s are words and a named shape for Replicate's model, and names and pixels for the embedded one",
    async (type) => {
      const real = models.find(({ job_type }) => job_type === type);
      const embedded = registrations.find(({ job_type }) => job_type === type);
      if (!real || !embedded) throw new Error("no model");
      const words = await asked(type, real);
      expect(words).toMatchObject({ aspect_ratio: "4:3", megapixels: "1" });
      expect(words?.prompt).toMatch(/watercolour illustration/);
      expect(words?.prompt).not.toMatch(/3D/);
      const named = await asked(type, { ...embedded, version: null });
      expect(named).toMatchObject(wide);
      expect(named?.prompt ?? "").not.toMatch(/watercolour/);
    },
  );
});

describe("the embedded models", () => {
  it.each(registrations.filter(({ name }) => findModel(name)))(
    "take what $job_type sends to $name",
    async (registration) => {
      const model = findModel(registration.name);
      if (!model) throw new Error("no model");
      const input = (await inputFor(registration.job_type, { ...registration, version: null })) ?? {};
      expect(
        Object.keys(registration.input_mapping).filter((key) => !Object.hasOwn(model.input, key)),
      ).toEqual([]);
      expect(findInputFaults(model, input)).toEqual([]);
    },
  );

  it("take the place of Replicate's, and give it back", async () => {
    const active = async () =>
      (await sql`select name from public.models where is_active order by name`).map(({ name }) => name);
    await registerModels(sql);
    for (const name of await active()) expect(name).toMatch(/^atelier\//);
    await registerModels(sql);
    await unregisterModels(sql);
    for (const name of await active()) expect(name).not.toMatch(/^atelier\//);
    expect(await active()).toHaveLength(modelTypes.length);
  });

  it("judge words only where an operator wants it, who is heard at every start", async () => {
    const judges = async () => {
      await registerModels(sql);
      return (await sql`select name from public.models where is_active and job_type = 'moderate'`).map(
        ({ name }) => name,
      );
    };
    await useSafetyModel(sql, null);
    expect(await judges()).toEqual([]);
    await useSafetyModel(sql, "atelier/moderation");
    expect(await judges()).toEqual(["atelier/moderation"]);
    await useSafetyModel(sql, null);
    expect(await judges()).toEqual([]);
  });
});
