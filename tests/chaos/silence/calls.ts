import type postgres from "postgres";

/** Counts every call that the database asks pg_net for, by its address, since the stand-in forgets what it lost. */
export async function countCalls(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    drop schema if exists chaos cascade;
    create schema chaos;
    create unlogged table chaos.calls (url text not null, is_lost boolean not null);
    create function chaos.count_call() returns trigger language plpgsql security definer as $$
    begin
      insert into chaos.calls select new.url, exists (
        select from net._faults f where f.drop_percent = 100 and new.url like f.url_like);
      return null;
    end
    $$;
    create trigger count_call after insert on net.http_request_queue
      for each row execute function chaos.count_call();`);
}

/** From now on pg_net loses every call to an address like this; null: none. */
export async function loseCalls(sql: postgres.Sql, urlLike: string | null): Promise<void> {
  await sql`update net._faults set drop_percent = ${urlLike === null ? 0 : 100}, url_like = ${urlLike ?? "%"}`;
}

/** How many calls have been lost and how many of the schedule's got through since counting began. */
export async function countedCalls(sql: postgres.Sql): Promise<{ lost: number; ticks: number }> {
  const [row] = await sql<{ lost: number; ticks: number }[]>`select
    count(*) filter (where is_lost)::int as lost,
    count(*) filter (where not is_lost and url like '%/job-scheduler')::int as ticks from chaos.calls`;
  return row ?? { lost: 0, ticks: 0 };
}
