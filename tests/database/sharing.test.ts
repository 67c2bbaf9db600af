import { beforeAll, describe, expect, it } from "vitest";
import { asCaller } from "../../supabase/local/caller.ts";
import { generate, newDraft } from "../fixtures/engine.ts";
import { addMember, fates, type SharedCast, sharedDraft } from "../fixtures/members.ts";
import { as, freshDatabase } from "../setup/database.ts";

type Person = Exclude<keyof SharedCast, "worker">;

const everybody = ["owner", "editor", "viewer", "stranger", "support", "admin", "anonymous"] as const;
/** Who reads what the people of a draft read. */
const people = ["owner", "editor", "viewer", "support", "admin"];

let sql: Awaited<ReturnType<typeof freshDatabase>>;
let cast: SharedCast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  ({ cast, draftId } = await sharedDraft(sql));
  await sql`
    insert into public.draft_versions (draft_id, piece, sha256, storage_path, mime_type, size_bytes, prompt, seed, job_id)
    values (${draftId}, 'music', ${"0".repeat(64)}, ${`${cast.owner.sub}/draft/music.mp3`}, 'audio/mpeg', 1, '', 1, gen_random_uuid())`;
  // What else the owner has is nobody's business.
  await generate(sql, cast.owner, await newDraft(sql, cast.owner));
});

const cards = `select id from public.draft_assets where draft_id = $draft`;

describe("a shared draft", () => {
  it.each([
    ["drafts", "id = $draft"],
    ["draft_translations", "draft_id = $draft"],
    ["draft_assets", "draft_id = $draft"],
    ["draft_asset_translations", `asset_id in (${cards})`],
    ["draft_asset_versions", `asset_id in (${cards})`],
    ["draft_versions", "draft_id = $draft"],
    ["draft_members", "draft_id = $draft"],
    ["jobs", "draft_id = $draft"],
    ["job_events", "job_id in (select id from public.jobs where draft_id = $draft)"],
  ])("shows its rows of %s to its people and staff", async (table, condition) => {
    const question = `select 1 from public.${table} where ${condition.replaceAll("$draft", `'${draftId}'`)}`;
    const seen: string[] = [];
    for (const person of everybody) {
      const rows = await as(sql, cast[person], (db) => db.unsafe(question)).catch(() => []);
      if (rows.length > 0) seen.push(person);
    }
    expect(seen).toEqual(people);
  });

  it("opens no other draft of its owner, nor its jobs", async () => {
    for (const person of ["editor", "viewer"] as const) {
      expect(await as(sql, cast[person], (db) => db`select id from public.drafts`)).toEqual([
        { id: draftId },
      ]);
      const jobs = await as(sql, cast[person], (db) => db`select distinct draft_id from public.jobs`);
      expect(jobs).toEqual([{ draft_id: draftId }]);
    }
  });

  it("keeps invitations from all but its owner and staff, and their hashes from everybody", async () => {
    await as(sql, cast.owner, (db) => db`select public.create_invitation(${draftId}, 'viewer')`);
    const seen: string[] = [];
    for (const person of everybody)
      if (
        (await as(sql, cast[person], (db) => db`select id from public.draft_invitations`).catch(() => []))
          .length
      )
        seen.push(person);
    expect(seen).toEqual(["owner", "support", "admin"]);
    await expect(
      as(sql, cast.owner, (db) => db`select token_hash from public.draft_invitations`),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it("says what the caller is to it, and whose it is", async () => {
    const roles: Record<string, unknown> = {};
    for (const person of everybody.filter((name) => name !== "anonymous")) {
      const [row] = await as<{ draft: { my_role: string; shared_by: string | null } | null }>(
        sql,
        cast[person],
        (db) => db`select public.get_draft(${draftId}) as draft`,
      );
      roles[person] = row?.draft && [row.draft.my_role, row.draft.shared_by];
    }
    expect(roles).toEqual({
      owner: ["owner", null],
      editor: ["editor", "owner"],
      viewer: ["viewer", "owner"],
      stranger: null,
      support: ["staff", "owner"],
      admin: ["staff", "owner"],
    });
  });
});

describe("files", () => {
  it("of a shared draft are read by its people, and other files of its owner are not", async () => {
    const [version] = await sql<{ storage_path: string }[]>`
      select v.storage_path from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id
      where a.draft_id = ${draftId} limit 1`;
    const paths = {
      picture: version?.storage_path ?? "",
      music: `${cast.owner.sub}/draft/music.mp3`,
      other: `${cast.owner.sub}/other/${"1".repeat(64)}.webp`,
    };
    for (const name of Object.values(paths))
      await sql`insert into storage.objects (bucket_id, name) values ('draft-media', ${name})`;
    const seen: Record<string, string[]> = {};
    for (const [what, name] of Object.entries(paths)) {
      seen[what] = [];
      for (const person of everybody) {
        const rows = await as(
          sql,
          cast[person],
          (db) => db`select id from storage.objects where name = ${name}`,
        ).catch(() => []);
        if (rows.length > 0) seen[what].push(person);
      }
    }
    expect(seen).toEqual({ picture: people, music: people, other: ["owner", "support", "admin"] });
    for (const person of ["editor", "viewer", "stranger"] as const)
      await expect(
        as(
          sql,
          cast[person],
          (db) => db`insert into storage.objects (bucket_id, name)
          values ('draft-media', ${`${cast.owner.sub}/draft/mine.webp`})`,
        ),
      ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("channels", () => {
  const allowed = async (person: Person, topic: string, statement: string) => {
    const work = asCaller(sql, cast[person], async (db) => [...(await db.unsafe(statement))], {
      "realtime.topic": topic,
    });
    return (await work.catch(() => [])).length > 0;
  };
  const who = async (topic: string, statement: string) => {
    const found: string[] = [];
    for (const person of everybody) if (await allowed(person, topic, statement)) found.push(person);
    return found;
  };
  const write = (extension: string, topic: string) =>
    `insert into realtime.messages (topic, extension, payload) values ('${topic}', '${extension}', '{}') returning 1`;
  const read = (extension: string, topic: string) =>
    `select 1 from realtime.messages where topic = '${topic}' and extension = '${extension}'`;

  it("of a draft are heard by its people and staff, and nobody but the database speaks there", async () => {
    const topic = `draft:${draftId}`;
    expect(await who(topic, read("broadcast", topic))).toEqual(people);
    for (const extension of ["broadcast", "presence"])
      expect(await who(topic, write(extension, topic))).toEqual([]);
  });

  it("of people are for the presence of those of the draft alone", async () => {
    const topic = `people:${draftId}`;
    const own = ["owner", "editor", "viewer"];
    expect(await who(topic, write("presence", topic))).toEqual(own);
    expect(await who(topic, write("broadcast", topic))).toEqual([]);
    await sql.unsafe(write("presence", topic));
    expect(await who(topic, read("presence", topic))).toEqual(own);
    expect(await who("people:x", write("presence", "people:x"))).toEqual([]);
  });

  it("tell every member of a change of the draft, each on a channel of their own", async () => {
    await sql`delete from realtime.messages`;
    await sql`update public.drafts set background_color = '#123456' where id = ${draftId}`;
    const topics = await sql<{ topic: string }[]>`select topic from realtime.messages order by 1`;
    expect(topics.map(({ topic }) => topic)).toEqual(
      [`draft:${draftId}`, ...[cast.owner, cast.editor, cast.viewer].map(({ sub }) => `user:${sub}`)].sort(),
    );
  });
});

describe("an editor", () => {
  const member = { anonymous: "denied", stranger: "not_found", support: "not_found", admin: "not_found" };

  it("generates, stops and tries again at the owner's expense; a viewer does not", async () => {
    const draft = await newDraft(sql, cast.owner);
    await addMember(sql, draft, cast.editor, "editor");
    await addMember(sql, draft, cast.viewer, "viewer");
    expect(
      await fates(
        sql,
        cast,
        ["viewer", "stranger", "support", "admin", "anonymous", "editor"],
        (db) => db`select public.request_generation(${draft})`,
      ),
    ).toEqual({ ...member, viewer: "forbidden", editor: "ok" });
    const [job] = await sql<{ id: string; user_id: string }[]>`
      select id, user_id from public.jobs where draft_id = ${draft} and is_parent`;
    expect(job?.user_id).toBe(cast.owner.sub);
    const paid = async (person: Person) =>
      (
        await sql`select from public.credit_entries where user_id = ${cast[person].sub ?? ""} and job_id = ${job?.id ?? ""}`
      ).length;
    expect([await paid("owner"), await paid("editor")]).toEqual([1, 0]);
    expect(
      await fates(
        sql,
        cast,
        ["viewer", "stranger", "support", "editor"],
        (db) => db`select public.cancel_job(${job?.id ?? ""})`,
      ),
    ).toEqual({ viewer: "forbidden", stranger: "not_found", support: "forbidden", editor: "ok" });
    const before =
      await sql`select hour_count from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    await as(sql, cast.editor, (db) => db`select public.retry_job(${job?.id ?? ""})`);
    const after =
      await sql`select hour_count from public.user_quotas where user_id = ${cast.owner.sub ?? ""}`;
    expect(after[0]?.hour_count).toBe(before[0]?.hour_count + 1);
    expect(await sql`select from public.user_quotas where user_id = ${cast.editor.sub ?? ""}`).toEqual([]);
  });

  it("sees the forecast of the owner's quota", async () => {
    const draft = await newDraft(sql, cast.owner);
    await addMember(sql, draft, cast.editor, "editor");
    await sql`insert into public.user_quotas (user_id) values (${cast.owner.sub ?? ""}) on conflict do nothing`;
    await sql`update public.user_quotas set credits_left = 7, credits_month = date_trunc('month', now() at time zone 'utc')
      where user_id = ${cast.owner.sub ?? ""}`;
    const left = async (person: Person) => {
      const [row] = await as<{ left: number }>(
        sql,
        cast[person],
        (db) => db`select (public.get_preflight(${draft}) #>> '{credits,left}')::integer as left`,
      );
      return row?.left;
    };
    expect(await left("editor")).toBe(await left("owner"));
    await expect(left("viewer")).rejects.toMatchObject({ message: "not_found" });
  });

  it("may neither delete nor publish, nor say who may see it, by whatever way", async () => {
    for (const call of ["public.delete_draft($1)", "public.request_publish($1, 'public')"])
      expect(
        await fates(sql, cast, ["editor", "viewer", "stranger", "support", "admin", "anonymous"], (db) =>
          db.unsafe(`select ${call.replace("$1", `'${draftId}'`)}`),
        ),
      ).toEqual({ ...member, editor: "forbidden", viewer: "forbidden" });
    const change = (person: Person) =>
      sql.begin(async (db) => {
        // As a function of the database does, which acts for its caller with rights of its own.
        await db`select set_config('request.jwt.claims', ${JSON.stringify(cast[person])}, true)`;
        await db`update public.universes set visibility = 'unlisted'
          where id = (select universe_id from public.drafts where id = ${draftId})`;
        await db`update public.universes set visibility = 'private'
          where id = (select universe_id from public.drafts where id = ${draftId})`;
      });
    await expect(change("editor")).rejects.toMatchObject({ message: "forbidden" });
    await change("owner");
  });

  it("cannot stop a publication", async () => {
    await as(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'unlisted')`);
    const [job] = await sql`select id from public.jobs where draft_id = ${draftId} and type = 'publish'`;
    expect(
      await fates(sql, cast, ["editor", "viewer", "owner"], (db) => db`select public.cancel_job(${job?.id})`),
    ).toEqual({ editor: "forbidden", viewer: "forbidden", owner: "ok" });
  });

  it("makes nothing for an owner who is suspended", async () => {
    const own = await sharedDraft(sql);
    await sql`update auth.users set banned_until = now() + interval '1 day' where id = ${own.cast.owner.sub ?? ""}`;
    expect(
      await fates(
        sql,
        own.cast,
        ["editor"],
        (db) => db`select public.request_generation(${own.draftId}, array(
          select id from public.draft_assets where draft_id = ${own.draftId}))`,
      ),
    ).toEqual({ editor: "forbidden" });
  });
});
