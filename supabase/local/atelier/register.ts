import type postgres from "postgres";

/** The embedded models, one for each kind of job that needs a model, with the inputs that they take. */
const models = [
  {
    job_type: "generate_concepts",
    name: "atelier/concepts",
    input_mapping: { theme: "$theme", count: "$count", exclude: "$exclude", seed: "$seed" },
    timeout_seconds: 60,
    max_concurrency: 4,
    credits: 0,
    expected_seconds: 1,
  },
  {
    job_type: "generate_image",
    name: "atelier/picture",
    input_mapping: {
      prompt: "$prompt",
      concept: "$concept",
      theme: "$theme",
      seed: "$seed",
      width: "$width",
      height: "$height",
      output_format: "webp",
    },
    timeout_seconds: 120,
    max_concurrency: 8,
    credits: 1,
    expected_seconds: 2,
  },
  {
    job_type: "generate_music",
    name: "atelier/music",
    input_mapping: {
      theme: "$theme",
      template: "$template",
      mood: "$mood",
      genre: "$genre",
      prompt: "$prompt",
      language: "$language",
      seed: "$seed",
      duration: "$duration",
    },
    timeout_seconds: 60,
    max_concurrency: 2,
    credits: 1,
    expected_seconds: 2,
  },
  {
    job_type: "generate_video",
    name: "atelier/video",
    input_mapping: {
      image: "$image",
      prompt: "$prompt",
      concept: "$concept",
      theme: "$theme",
      seed: "$seed",
      duration: "$duration",
      resolution: "$resolution",
      voice: "$voice",
    },
    timeout_seconds: 180,
    max_concurrency: 2,
    credits: 3,
    expected_seconds: 6,
  },
] as const;

/** Makes the Atelier's models the active ones, as an operator would choose models at Replicate in the admin pages. */
export async function registerModels(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`update public.models set is_active = false where is_active and name not like 'atelier/%'`;
    for (const model of models) {
      const row = { ...model, input_mapping: transaction.json(model.input_mapping), is_active: true };
      await transaction`
        insert into public.models ${transaction(row)}
        on conflict (job_type, name) do update set
          input_mapping = excluded.input_mapping, timeout_seconds = excluded.timeout_seconds,
          max_concurrency = excluded.max_concurrency, credits = excluded.credits,
          expected_seconds = excluded.expected_seconds, is_active = true`;
    }
  });
}

/** Gives the work back to the models of the migrations, for a stack that has a token for Replicate. */
export async function unregisterModels(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`update public.models set is_active = false where name like 'atelier/%'`;
    await transaction`
      update public.models m set is_active = true
      where not exists (select from public.models a where a.job_type = m.job_type and a.is_active)`;
  });
}
