import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claim, finishedDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

it("tells how many files are there, of how many, and leaves the last step to the release", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 3);
  await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
  const [job] = await claim(sql);
  const note = (copied: number, person: keyof Cast = "worker", attempt = job?.attempt ?? 0) =>
    ask(
      sql,
      cast[person],
      (db) => db`select public.note_copies(${job?.id ?? ""}, ${attempt}, ${copied}) as answer`,
    );
  const state = async () => ({
    ...(
      await sql`select current_step, total_steps, progress, message from public.jobs where id = ${job?.id ?? ""}`
    )[0],
  });
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(note(1, person)).rejects.toMatchObject(notGranted);
  await expect(note(1, "worker", 99)).rejects.toMatchObject({ message: "stale_attempt" });
  await note(2);
  expect(await state()).toEqual({ current_step: 2, total_steps: 4, progress: 50, message: "copying" });
  await note(1);
  expect(await state()).toMatchObject({ current_step: 2, progress: 50 });
  await note(3);
  await note(99);
  expect(await state()).toMatchObject({ current_step: 3, progress: 99 });
});
