import type postgres from "postgres";
import { loadSchemaCache, type SchemaCache } from "./schema-cache.ts";

/** The event triggers that hosted projects have, so that every migration reloads the schema cache by itself. */
const eventTriggers = `
  create schema if not exists extensions;
  create or replace function extensions.pgrst_ddl_watch() returns event_trigger language plpgsql as $$
    begin notify pgrst, 'reload schema'; end $$;
  drop event trigger if exists pgrst_ddl_watch;
  create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.pgrst_ddl_watch();
  drop event trigger if exists pgrst_drop_watch;
  create event trigger pgrst_drop_watch on sql_drop execute function extensions.pgrst_ddl_watch();`;

/** Keeps the schema cache fresh: on `notify pgrst`, and once more when a request names something unknown. */
export interface SchemaWatch {
  current(): Promise<SchemaCache>;
  /** Reads the schema again, for a request that may have overtaken the notification of what it names. */
  reload(): Promise<SchemaCache>;
  stop(): Promise<void>;
}

/** Installs the event triggers and starts listening. */
export async function watchSchema(sql: postgres.Sql): Promise<SchemaWatch> {
  await sql.unsafe(eventTriggers);
  let cache: Promise<SchemaCache> | undefined;

  function load(): Promise<SchemaCache> {
    const loading = loadSchemaCache(sql);
    cache = loading;
    loading.catch(() => {
      if (cache === loading) cache = undefined;
    });
    return loading;
  }
  const listener = await sql.listen("pgrst", () => {
    cache = undefined;
  });
  return {
    current: () => cache ?? load(),
    reload: load,
    async stop() {
      await listener.unlisten();
    },
  };
}
