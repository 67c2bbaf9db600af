import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claims } from "../../supabase/local/keyring.ts";
import { ask } from "../fixtures/ask.ts";
import { newDraft } from "../fixtures/engine.ts";
import { addMember, newPerson } from "../fixtures/members.ts";
import { as, type Cast, freshDatabase, newCast } from "../setup/database.ts";

type Person = Exclude<keyof Cast, "worker">;

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
  draftId = await newDraft(sql, cast.owner);
});

describe("channels", () => {
  const joins = async (person: Person, topic: string) => {
    const [row] = await as<{ ok: boolean }>(
      sql,
      cast[person],
      (db) => db`select private.may_join(${topic}) as ok`,
    );
    return row?.ok;
  };

  it("open to the owner and staff, and to nobody else", async () => {
    const topic = `draft:${draftId}`;
    expect(await joins("owner", topic)).toBe(true);
    expect(await joins("support", topic)).toBe(true);
    expect(await joins("admin", topic)).toBe(true);
    expect(await joins("stranger", topic)).toBe(false);
    expect(await joins("anonymous", topic)).toBe(false);
    expect(await joins("support", "admin:jobs")).toBe(true);
    expect(await joins("owner", "admin:jobs")).toBe(false);
    expect(await joins("owner", `user:${cast.owner.sub}`)).toBe(true);
    expect(await joins("stranger", `user:${cast.owner.sub}`)).toBe(false);
    for (const odd of ["draft:", "draft:%", "draft:x'--", `draft:${"-".repeat(36)}`, "user:", "", "admin"])
      expect(await joins("owner", odd)).toBe(false);
  });
});

describe("a session that was ended", () => {
  it("joins no channel any more, whoever it was", async () => {
    const ben = await newPerson(sql, "Ben");
    await addMember(sql, draftId, ben, "editor");
    const joins = (who: Claims, topic: string) =>
      ask<boolean>(sql, who, (db) => db`select private.may_join(${topic}) as answer`);
    const topicsOf = (who: Claims) => [
      `draft:${draftId}`,
      ...(who === cast.support ? ["admin:jobs"] : [`people:${draftId}`]),
      `user:${who.sub}`,
    ];
    for (const who of [cast.owner, ben, cast.support]) {
      const session_id = crypto.randomUUID();
      const inSession = { ...who, session_id };
      await sql`insert into auth.sessions (id, user_id, created_at, updated_at)
        values (${session_id}, ${who.sub ?? ""}, now(), now())`;
      for (const topic of topicsOf(who)) expect(await joins(inSession, topic)).toBe(true);
      await sql`delete from auth.sessions where id = ${session_id}`;
      for (const topic of topicsOf(who)) expect(await joins(inSession, topic)).toBe(false);
    }
  });
});
