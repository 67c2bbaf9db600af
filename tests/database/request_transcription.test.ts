import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClaimedJob } from "../../lib/contract/worker.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { generatorOf } from "../../supabase/functions/generation-worker/generators/registry.ts";
import { ask, notGranted } from "../fixtures/ask.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let path: string;

beforeAll(async () => {
  sql = await freshDatabase();
});
beforeEach(async () => {
  cast = await newCast(sql);
  path = `${cast.owner.sub}/${crypto.randomUUID()}.webm`;
  await sql`update public.models set is_active = true where job_type = 'transcribe'`;
  await record(path);
});

const record = (name: string, person: keyof Cast = "owner") =>
  as(
    sql,
    cast[person],
    (db) => db`insert into storage.objects (bucket_id, name) values ('voice-notes', ${name})`,
  );
const request = (person: keyof Cast = "owner", name = path) =>
  ask<string>(sql, cast[person], (db) => db`select public.request_transcription(${name}, 'fr') as answer`);

describe("a recording", () => {
  it("is put by its owner alone into a folder of their own, and seen by nobody else", async () => {
    for (const person of ["stranger", "support", "admin", "anonymous"] as const)
      await expect(record(`${cast.owner.sub}/x.webm`, person)).rejects.toMatchObject(notGranted);
    for (const person of ["stranger", "support", "admin"] as const)
      expect(
        await as(sql, cast[person], (db) => db`select from storage.objects where name = ${path}`),
      ).toHaveLength(0);
    expect(
      await as(sql, cast.owner, (db) => db`select from storage.objects where name = ${path}`),
    ).toHaveLength(1);
  });

  it("is one of twenty at most that wait to be removed", async () => {
    for (let n = 1; n < 20; n += 1) await record(`${cast.owner.sub}/${n}.webm`);
    await expect(record(`${cast.owner.sub}/20.webm`)).rejects.toMatchObject(notGranted);
    await record(`${cast.stranger.sub}/1.webm`, "stranger");
  });

  it("is changed, moved and removed by nobody", async () => {
    for (const person of ["owner", "stranger", "support", "admin"] as const) {
      const attempts = [
        as(
          sql,
          cast[person],
          (db) => db`update storage.objects set name = name || 'x' where name = ${path} returning id`,
        ),
        as(sql, cast[person], (db) => db`delete from storage.objects where name = ${path} returning id`),
      ];
      for (const attempt of await Promise.allSettled(attempts))
        if (attempt.status === "fulfilled") expect(attempt.value, person).toEqual([]);
        else expect(attempt.reason).toMatchObject({ code: "42501" });
    }
    expect(await sql`select from storage.objects where name = ${path}`).toHaveLength(1);
  });

  it("is written down for its owner alone", async () => {
    for (const person of ["stranger", "support", "admin"] as const)
      await expect(request(person)).rejects.toMatchObject({ message: "not_found", code: "PT404" });
    await expect(request("anonymous")).rejects.toMatchObject(notGranted);
    await expect(request("owner", `${cast.owner.sub}/other.webm`)).rejects.toMatchObject({
      message: "not_found",
    });
  });

  it("becomes a job that its model is asked about by an address, and that ends with the words", async () => {
    const id = await request();
    const [claimed] =
      (
        await sql<{ jobs: ClaimedJob[] }[]>`
      select public.get_next_jobs('worker', 10, '{transcribe}', now()) as jobs`
      )[0]?.jobs ?? [];
    expect(claimed).toMatchObject({ id, payload: { storage_path: path, language: "fr" } });
    let sent: unknown;
    const tools = {
      engine: {
        recordPrediction: async (_id: string, _attempt: number, input: unknown) => {
          sent = input;
          return { action: "wait", seconds: 1 };
        },
      },
      environment: { supabaseUrl: "http://127.0.0.1:1", providerUrl: "http://127.0.0.1:2" },
      storage: {
        from: (bucket: string) => ({
          createSignedUrl: async (name: string) => ({
            data: { signedUrl: `http://127.0.0.1:1/${bucket}/${name}` },
            error: null,
          }),
        }),
      },
    } as unknown as Tools;
    await generatorOf("transcribe")(claimed as ClaimedJob, tools, new AbortController().signal);
    expect(sent).toEqual({ audio_file: `http://127.0.0.1:1/voice-notes/${path}`, language: "fr" });
    await sql`select public.complete_job(${id}, ${claimed?.attempt ?? 0}, '{"text": "les pirates"}')`;
    expect(await ask(sql, cast.owner, (db) => db`select public.get_job(${id}) as answer`)).toMatchObject({
      status: "completed",
      result: { text: "les pirates" },
    });
  });

  it("is refused in words where no model is set up, as a new project has none", async () => {
    await sql`update public.models set is_active = false where job_type = 'transcribe'`;
    await expect(request()).rejects.toMatchObject({
      message: "model_not_configured",
      code: "PT503",
      detail: "No model is set up for transcribe.",
    });
    expect(await sql`select from public.jobs where user_id = ${cast.owner.sub ?? ""}`).toHaveLength(0);
  });

  it("is gone after an hour", async () => {
    const orphans = async (hours: number) =>
      (
        await sql`select name from public.list_orphan_objects(1000, now() + make_interval(hours => ${hours}))`
      ).map(({ name }) => name);
    expect(await orphans(0)).not.toContain(path);
    expect(await orphans(2)).toContain(path);
  });
});
