import type postgres from "postgres";
import { openProvider } from "../../../supabase/functions/_shared/provider.ts";
import { openQuietTime, type QuietTime } from "../../../supabase/functions/_shared/quiet-time.ts";
import type { Tools } from "../../../supabase/functions/_shared/tools.ts";
import { registerModels } from "../../../supabase/local/atelier/register.ts";
import type { OpenAtelier } from "../../../supabase/local/atelier/testing/open-atelier.ts";
import { openWorkshop } from "../../fixtures/worker.ts";

export const priceMicros = 3000;
/** The provider's first answer is waited for so long, instead of half a minute. */
export const patienceMilliseconds = 400;
/** What the Atelier takes for a slow answer: it is made in the end, when nobody listens any more. */
export const slowMilliseconds = 1500;
/** A minute of unknown fate passes in so many seconds, which no slow answer outlasts. */
const minuteSeconds = 4;

const tables = `
  create schema chaos;
  create table chaos.holds (at timestamptz not null default clock_timestamp(), until timestamptz not null);
  create table chaos.gate (prediction_id uuid not null, at timestamptz not null);
  create table chaos.sold (external_id text not null, input_hash text not null);
  create function chaos.note_hold() returns trigger language plpgsql security definer as $$
  begin
    insert into chaos.holds (until) values (new.held_until);
    return new;
  end
  $$;
  create function chaos.note_gate() returns trigger language plpgsql security definer as $$
  begin
    insert into chaos.gate (prediction_id, at) values (new.id, new.created_at);
    return null;
  end
  $$;
  create trigger note_gate after insert on public.predictions for each row execute function chaos.note_gate();
  create trigger note_hold before update on private.provider_state
    for each row when (new.held_until > old.held_until) execute function chaos.note_hold();
`;

/** The control: the provider's wish to be left alone is noted and forgotten. Only ever called on a scratch database. */
export async function forgetPatience(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create function chaos.forget_hold() returns trigger language plpgsql security definer as $$
    begin
      new.held_until := '-infinity';
      return new;
    end
    $$;
    create trigger z_forget_hold before update on private.provider_state
      for each row execute function chaos.forget_hold();`);
}

/** Orders that differ in their seed alone. One in `twinEvery` wants what the one before wants (0: none does). */
export async function placeOrders(sql: postgres.Sql, orders: number, twinEvery: number): Promise<void> {
  await sql.unsafe(tables);
  await registerModels(sql);
  await sql`update private.settings set retry_delays_seconds = '{1,1,1}', prediction_check_seconds = 1`;
  await sql`update public.models set price_micros = ${priceMicros}, max_concurrency = 60`;
  const people = await sql<{ id: string }[]>`insert into auth.users (id, email)
    select gen_random_uuid(), n || '@studio.test' from generate_series(1, 40) n returning id`;
  const jobs = Array.from({ length: orders }, (_, index) => ({
    user_id: people[index % people.length]?.id,
    type: "generate_concepts",
    max_retries: 50,
    payload: {
      theme: "ocean",
      template: "ocean",
      count: 2,
      instruction: "sea animals",
      exclude: [],
      seed: twinEvery > 1 && index % twinEvery === twinEvery - 1 ? index - 1 : index,
    },
  }));
  await sql`select public.enqueue_jobs(${sql.json(jobs as postgres.JSONValue)})`;
}

const carelessTime: QuietTime = { secondsLeft: () => 0, keep: () => {} };

/**
 * The worker's own tools on this database and Atelier, as one more process of the worker has them, with less patience.
 * Careless ones do not see what was made before, and keep no quiet time.
 */
export function openTools(sql: postgres.Sql, atelier: OpenAtelier, isCareless: boolean): Tools {
  const { tools } = openWorkshop(sql, atelier);
  const send: typeof fetch = (input, init) => {
    const limits = [AbortSignal.timeout(patienceMilliseconds), ...(init?.signal ? [init.signal] : [])];
    return fetch(input, { ...init, ...(init?.method === "POST" ? { signal: AbortSignal.any(limits) } : {}) });
  };
  const quiet = isCareless
    ? { create: carelessTime, read: carelessTime }
    : { create: openQuietTime(), read: openQuietTime() };
  const provider = openProvider(tools.environment, { send, quiet });
  return { ...tools, provider: isCareless ? { ...provider, listBetween: async () => [] } : provider };
}

/** Lets a minute pass for requests of unknown fate that are older than a few seconds, and for jobs that wait for that. */
export async function passAMinute(sql: postgres.Sql): Promise<void> {
  await sql`
    with aged as (
      update public.predictions set created_at = created_at - interval '60 seconds'
      where status = 'submitting' and created_at between now() - interval '60 seconds' and now() - make_interval(secs => ${minuteSeconds})
      returning job_id
    ) update public.jobs j set run_at = now() from aged
    where j.id = aged.job_id and j.status = 'pending' and j.run_at > now() + interval '5 seconds'`;
}
