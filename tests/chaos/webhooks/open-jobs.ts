import { createHash } from "node:crypto";
import type postgres from "postgres";
import { asCaller } from "../../../supabase/local/caller.ts";
import type { Claims } from "../../../supabase/local/keyring.ts";
import type { ChaosStack } from "../stack.ts";

/** A job that waits for the provider, and what the provider would answer. */
export interface OpenJob {
  jobId: string;
  type: "generate_concepts" | "generate_image";
  /** Our id, which stands in the webhook address. */
  predictionId: string;
  externalId: string;
  output: unknown;
  /** SHA-256 of the picture that the genuine message names; null for concepts. */
  sha256: string | null;
}

/** A picture that the provider has made. */
export interface File {
  url: string;
  sha256: string;
}

const cardsPerDraft = 20;
const conceptsPerDraft = 3;

/** Lets the Atelier paint small pictures, each of another thing. */
export async function paintFiles(stack: ChaosStack, concepts: string[]): Promise<File[]> {
  const files: File[] = [];
  for (const concept of concepts) {
    const input = { prompt: `a ${concept}`, concept, width: 128, height: 128, seed: 1 };
    const path = "/v1/models/atelier/picture/predictions";
    const { output } = await stack.atelier<{ output: string[] }>("POST", path, { input }, { prefer: "wait" });
    const [url = ""] = output;
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    files.push({ url, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return files;
}

async function newRequest(sql: postgres.Sql, cards: number, arePainted: boolean): Promise<string> {
  const [user] = await sql<{ id: string }[]>`insert into auth.users (id, email)
    values (gen_random_uuid(), gen_random_uuid() || '@studio.test') returning id`;
  const person: Claims = { role: "authenticated", sub: user?.id ?? "" };
  const [draft] = await asCaller(
    sql,
    person,
    (db) =>
      db`select public.create_draft('ocean', 'Webhooks ' || gen_random_uuid(), p_count => ${cards}) as id`,
  );
  if (arePainted)
    await sql`insert into public.draft_assets (draft_id, sort_order, concept)
      select ${draft?.id}, n, 'thing ' || n from generate_series(0, ${cards - 1}) n`;
  await asCaller(sql, person, (db) => db`select public.request_generation(${draft?.id})`);
  return user?.id ?? "";
}

const conceptsOutput = {
  concepts: ["whale", "crab", "seal"].map((key) => ({
    key,
    names: { fr: `${key} fr`, en: key, es: `${key} es`, it: `${key} it`, de: `${key} de` },
  })),
};

/**
 * Asks for universes and brings all their jobs to where the provider has them: claimed, asked for, and nobody but a
 * webhook will say how they end. One in twenty is for concepts, the others for pictures.
 */
export async function openJobs(sql: postgres.Sql, count: number, files: File[]): Promise<OpenJob[]> {
  // Nothing is claimed and nothing is asked about by the stack's own worker and schedule.
  await sql`insert into public.job_pauses (reason) values ('webhooks only') on conflict do nothing`;
  const concepts = Math.ceil(count / 20);
  const people: string[] = [];
  for (let made = 0; made < concepts; made += 1) people.push(await newRequest(sql, conceptsPerDraft, false));
  for (let made = concepts; made < count; made += cardsPerDraft)
    people.push(await newRequest(sql, Math.min(cardsPerDraft, count - made), true));
  await sql`update public.jobs set status = 'processing', attempt = 1, external_id = 'webhook-' || id,
      lease_owner = 'provider', started_at = now(), lease_expires_at = now() + interval '1 day'
    where user_id = any (${people}::uuid[]) and not is_parent`;
  const rows = await sql<{ job_id: string; type: OpenJob["type"]; id: string; external_id: string }[]>`
    with made as (
      insert into public.predictions (job_id, attempt, model_id, input, input_hash, external_id, status, submitted_at, checked_at)
      select id, 1, model_id, '{}', 'webhook ' || id, external_id, 'open', now(), now() + interval '1 day'
      from public.jobs where user_id = any (${people}::uuid[]) and not is_parent
      returning id, job_id, external_id
    ) select m.*, j.type from made m join public.jobs j on j.id = m.job_id order by j.type, j.created_at`;
  return rows.map(({ job_id, type, id, external_id }, index) => {
    const file = files[index % files.length];
    const isPicture = type === "generate_image";
    return {
      ...{ jobId: job_id, type, predictionId: id, externalId: external_id },
      output: isPicture ? [file?.url] : conceptsOutput,
      sha256: isPicture ? (file?.sha256 ?? null) : null,
    };
  });
}
