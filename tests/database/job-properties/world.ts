import type postgres from "postgres";

export type Status = "pending" | "processing" | "completed" | "failed" | "cancelled";

/** A job as the database has it; times in milliseconds. */
export interface Job {
  id: string;
  user_id: string;
  parent_id: string | null;
  type: string;
  is_parent: boolean;
  model_id: string | null;
  status: Status;
  priority: number;
  progress: number;
  attempt: number;
  round: number;
  credits: number;
  retry_count: number;
  max_retries: number;
  death_count: number;
  unmet_dependencies: number;
  payload_version: number;
  error_code: string | null;
  external_id: string | null;
  run_at: number;
  expires_at: number;
  started_at: number | null;
  lease_expires_at: number | null;
}

/** All that the engine knows at one moment. */
export interface World {
  jobs: Job[];
  waits: { job_id: string; depends_on_id: string }[];
  lanes: Record<string, number>;
  pauses: { id: string; type: string | null; user_id: string | null }[];
  held_until: number;
  predictions: { job_id: string; attempt: number; hash: string; status: string }[];
  results: { hash: string; type: string }[];
  slots: Record<string, number>;
  /** Changes with anything that the engine has written down, except for when a person was served. */
  digest: string;
}

/** Looks at the whole engine in one statement. */
export async function look(sql: postgres.Sql): Promise<World> {
  const [row] = await sql<{ world: World }[]>`
    select json_build_object(
      'jobs', (select coalesce(json_agg(json_build_object(
        'id', id, 'user_id', user_id, 'parent_id', parent_id, 'type', type, 'is_parent', is_parent, 'model_id', model_id,
        'status', status, 'priority', priority, 'progress', progress, 'attempt', attempt, 'round', round, 'credits', credits,
        'retry_count', retry_count, 'max_retries', max_retries, 'death_count', death_count,
        'unmet_dependencies', unmet_dependencies, 'payload_version', payload_version, 'error_code', error_code,
        'external_id', external_id, 'run_at', extract(epoch from run_at) * 1000,
        'expires_at', extract(epoch from expires_at) * 1000, 'started_at', extract(epoch from started_at) * 1000,
        'lease_expires_at', extract(epoch from lease_expires_at) * 1000) order by created_at), '[]') from public.jobs),
      'waits', (select coalesce(json_agg(d), '[]') from public.job_dependencies d),
      'lanes', (select coalesce(json_object_agg(user_id, extract(epoch from served_at)), '{}') from private.lanes),
      'pauses', (select coalesce(json_agg(json_build_object('id', id, 'type', type, 'user_id', user_id)), '[]')
        from public.job_pauses where resumed_at is null),
      'held_until', (select extract(epoch from held_until) * 1000 from private.provider_state),
      'predictions', (select coalesce(json_agg(json_build_object('job_id', job_id, 'attempt', attempt, 'hash', input_hash,
        'status', status)), '[]') from public.predictions),
      'results', (select coalesce(json_agg(json_build_object('hash', input_hash, 'type', type)), '[]') from private.results),
      'slots', (select json_object_agg(id, max_concurrency) from public.models where is_active),
      'digest', md5(concat(
        (select string_agg(j::text, ';' order by id) from public.jobs j),
        (select string_agg(e::text, ';' order by job_id, sequence) from public.job_events e),
        (select string_agg(p::text, ';' order by id) from public.predictions p),
        (select string_agg(c::text, ';' order by id) from public.credit_entries c),
        (select string_agg(p::text, ';' order by id) from public.job_pauses p),
        (select string_agg(s::text, ';') from private.provider_state s)))
    ) as world`;
  if (!row) throw new Error("no world");
  const { world } = row;
  // JSON has no infinity: it comes as text.
  world.held_until = Number(world.held_until);
  for (const [user, served] of Object.entries(world.lanes)) world.lanes[user] = Number(served);
  return world;
}
