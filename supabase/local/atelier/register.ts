import type postgres from "postgres";
import type { JobType } from "../../../lib/contract/jobs.ts";
import { findModel } from "./models/registry.ts";
import { isSpeechInstalled } from "./speech/addon.ts";

interface Registration {
  job_type: JobType;
  name: string;
  /** The model's inputs; a value "$name" stands for the generator's parameter of that name. */
  input_mapping: Record<string, string>;
  timeout_seconds: number;
  max_concurrency: number;
  credits: number;
  expected_seconds: number;
  /** Only in use where an operator wants it, who is heard then. */
  isOptional?: boolean;
  /** Whether this machine can make it; always where nothing is said. */
  isOffered?: () => boolean;
}

/** A mapping of inputs that have the names of the generator's own parameters. */
const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `$${name}`]));

/** The embedded models, one for each kind of job that needs a model, with the inputs that they take. */
export const registrations: readonly Registration[] = [
  {
    job_type: "generate_concepts",
    name: "atelier/concepts",
    input_mapping: same("theme", "count", "exclude", "seed"),
    timeout_seconds: 60,
    max_concurrency: 4,
    credits: 0,
    expected_seconds: 1,
  },
  {
    job_type: "generate_image",
    name: "atelier/picture",
    input_mapping: {
      prompt: "$plain_prompt",
      ...same("concept", "theme", "style", "seed", "width", "height"),
      output_format: "webp",
    },
    timeout_seconds: 120,
    max_concurrency: 8,
    credits: 1,
    expected_seconds: 2,
  },
  {
    job_type: "generate_video",
    name: "atelier/video",
    input_mapping: same("image", "prompt", "concept", "theme", "seed", "duration", "resolution", "voice"),
    timeout_seconds: 600,
    max_concurrency: 3,
    credits: 4,
    expected_seconds: 6,
  },
  {
    job_type: "generate_model3d",
    name: "atelier/model3d",
    input_mapping: same("image", "prompt", "concept", "theme", "seed"),
    timeout_seconds: 120,
    max_concurrency: 3,
    credits: 2,
    expected_seconds: 2,
  },
  {
    job_type: "generate_text",
    name: "atelier/text",
    input_mapping: same("concept", "names", "theme", "languages", "tone", "audience", "seed"),
    timeout_seconds: 60,
    max_concurrency: 4,
    credits: 0,
    expected_seconds: 1,
  },
  {
    job_type: "translate",
    name: "atelier/names",
    input_mapping: same("label", "language"),
    timeout_seconds: 60,
    max_concurrency: 4,
    credits: 0,
    expected_seconds: 1,
  },
  {
    job_type: "generate_music",
    name: "atelier/music",
    input_mapping: same("prompt", "theme", "template", "mood", "genre", "language", "seed", "duration"),
    timeout_seconds: 120,
    max_concurrency: 2,
    credits: 2,
    expected_seconds: 3,
  },
  {
    job_type: "generate_speech",
    name: "atelier/speech",
    input_mapping: same("text", "language", "seed"),
    timeout_seconds: 60,
    max_concurrency: 2,
    credits: 0,
    expected_seconds: 1,
    isOffered: isSpeechInstalled,
  },
  {
    job_type: "generate_graphic",
    name: "atelier/graphic",
    input_mapping: same(
      "kind",
      "title",
      "theme",
      "concepts",
      "names",
      "language",
      "style",
      "seed",
      "width",
      "height",
    ),
    timeout_seconds: 120,
    max_concurrency: 3,
    credits: 1,
    expected_seconds: 2,
  },
  {
    // It reads the lists that every door reads already.
    job_type: "moderate",
    name: "atelier/moderation",
    input_mapping: same("text", "languages"),
    timeout_seconds: 20,
    max_concurrency: 8,
    credits: 0,
    expected_seconds: 1,
    isOptional: true,
  },
];

/**
 * Makes the Atelier's models the active ones, as an operator would choose models at Replicate in the admin pages. A
 * kind of job that the Atelier has no model for has none at all: what is asked for then is refused in words. What is
 * optional stays as the operator left it, and is not in use at first.
 */
export async function registerModels(
  sql: postgres.Sql,
  isOffered = (registration: Registration) => registration.isOffered?.() ?? true,
): Promise<void> {
  await sql.begin(async (transaction) => {
    const offered = registrations.filter((one) => findModel(one.name) && isOffered(one));
    await transaction`
      update public.models set is_active = false
      where is_active and not name = any(${offered.map(({ name }) => name)})`;
    for (const { isOffered: _, isOptional = false, ...model } of offered) {
      const row = { ...model, input_mapping: transaction.json(model.input_mapping), is_active: !isOptional };
      await transaction`
        insert into public.models ${transaction(row)}
        on conflict (job_type, name) do update set
          input_mapping = excluded.input_mapping, timeout_seconds = excluded.timeout_seconds,
          max_concurrency = excluded.max_concurrency, credits = excluded.credits,
          expected_seconds = excluded.expected_seconds,
          is_active = excluded.is_active or models.is_active and ${isOptional}`;
    }
  });
}

/** Gives the work back to the models of the migrations, for a stack that has a token for Replicate. */
export async function unregisterModels(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`update public.models set is_active = false where name like 'atelier/%'`;
    await transaction`
      update public.models m set is_active = true
      where m.id in (select distinct on (job_type) id from public.models where name not like 'atelier/%' order by job_type, created_at)
        and not exists (select from public.models a where a.job_type = m.job_type and a.is_active)
        -- What a new project has switched off stays off until an operator wants it.
        and m.job_type not in ('transcribe', 'moderate')`;
  });
}
