import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { finishedDraft, publish } from "../fixtures/engine.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

const people = ["owner", "stranger", "support", "admin", "anonymous"] as const;
const hash = "ab".repeat(32);
const keys = (owner: string) => [
  `${owner}/draft/${hash}.webp`,
  `ab/${hash}.webp`,
  "../other.webp",
  "%2e%2e/other.webp",
  "..%5cother.webp",
  "//other.webp",
  `${owner}/../other/x.webp`,
  "x".repeat(1025),
  "trailing.",
  "e\u0301t\u00e9.webp",
];

it.each(["draft-media", "published"])(
  "nobody writes into %s but the worker, under whatever key",
  async (bucket) => {
    for (const person of people)
      for (const key of keys(cast.owner.sub ?? ""))
        await expect(
          as(
            sql,
            cast[person],
            (db) => db`insert into storage.objects (bucket_id, name) values (${bucket}, ${key})`,
          ),
          `${person} ${key.slice(0, 40)}`,
        ).rejects.toMatchObject({ code: "42501" });
  },
);

it("nobody changes, moves or lists what is published, nor signs a private file of somebody else", async () => {
  const path = `ab/${hash}.webp`;
  const own = `${cast.owner.sub}/draft/${hash}.webp`;
  await sql`insert into storage.objects (bucket_id, name) values ('published', ${path}), ('draft-media', ${own})`;
  for (const person of people) {
    const changed = await as(
      sql,
      cast[person],
      (db) =>
        db`update storage.objects set name = 'moved', bucket_id = 'voice-notes' where name in (${path}, ${own}) returning id`,
    );
    expect(changed, person).toEqual([]);
    const listed = await as(
      sql,
      cast[person],
      (db) => db`select name from storage.objects where bucket_id = 'published'`,
    );
    expect(listed, person).toEqual([]);
    const seen = await as(
      sql,
      cast[person],
      (db) => db`select name from storage.objects where name = ${own}`,
    );
    expect(seen.length, person).toBe(["owner", "support", "admin"].includes(person) ? 1 : 0);
  }
});

it("every key of a release is made of its content, whatever the file was called before", async () => {
  const draftId = await finishedDraft(sql, cast.owner, 2);
  await publish(sql, cast.owner, draftId);
  const files = await sql`select path, sha256 from private.release_files`;
  expect(files.length).toBe(2);
  for (const { path, sha256 } of files) expect(path).toBe(`${sha256.slice(0, 2)}/${sha256}.webp`);
});
