import { beforeAll, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage, putJob } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";
import { database } from "../setup/stack.ts";

interface Row {
  id: string;
  type: string;
  status: string;
  draft_name?: string;
  user_email?: string;
  run_at?: string;
  lease_owner?: string | null;
}
interface Page {
  items: Row[];
  total: number;
  next: string | null;
}

let stage: JobStage;
let draftId: string;
let slug: string;
/** The owner's jobs, newest first: one for each day from 9 March 2026 back. */
let jobs: string[];

beforeAll(async () => {
  stage = await openJobStage();
  draftId = await makeDraft(stage.owner, "Büsche & Bäume 100%");
  slug = (await call<{ slug: string }>(stage.owner, "GET", `/api/drafts/${draftId}`)).body.slug;
  const day = (number: number) => `2026-03-0${number}T12:00:00.123456Z`;
  const parent = await putJob(stage.owner, {
    type: "generate_universe",
    status: "completed",
    created_at: day(9),
  });
  const put = (row: Parameters<typeof putJob>[1]) => putJob(stage.owner, row);
  const rest = await Promise.all([
    put({ status: "failed", error_code: "moderated", parent_id: parent, created_at: day(8) }),
    put({ status: "failed", parent_id: parent, created_at: day(7) }),
    put({ status: "cancelled", type: "publish", created_at: day(6) }),
    put({ status: "completed", draft_id: draftId, created_at: day(5) }),
    // Two of the same moment: only the id tells which comes first.
    put({ created_at: day(4), run_at: "2099-01-01T00:00:00Z" }),
    put({ created_at: day(4), run_at: "2099-01-01T00:00:00Z" }),
    put({ created_at: day(2), run_at: day(2) }),
  ]);
  const twins = rest.slice(4, 6).sort().reverse();
  jobs = [parent, ...rest.slice(0, 4), ...twins, ...rest.slice(6)];
});

async function find(query: string, who: { accessToken: string } = stage.owner) {
  const answer = await call<Page>(who, "GET", `/api/jobs?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const numbers = (page: Page) => page.items.map(({ id }) => jobs.indexOf(id));

describe("my jobs", () => {
  it("come newest first, without what is for staff", async () => {
    const page = await find("");
    expect(numbers(page)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(page).toMatchObject({ total: 8, next: null });
    expect(page.items[4]?.draft_name).toBe("Büsche & Bäume 100%");
    for (const word of ["lease_owner", "error_detail", "payload"])
      expect(Object.keys(page.items[0] ?? {})).not.toContain(word);
  });

  it("are nobody else's", async () => {
    expect(await find("", stage.stranger)).toEqual({ items: [], total: 0, next: null });
    expect(await find(`user_id=${stage.owner.id}`, stage.stranger)).toMatchObject({ items: [], total: 0 });
  });

  it.each([
    ["status=failed,cancelled", [1, 2, 3]],
    ["status=failed&status=cancelled", [1, 2, 3]],
    ["type=publish", [3]],
    ["status=completed&type=generate_universe", [0]],
    ["text=moderated", [1]],
    ["text=b%C3%BCsche", [4]],
    ["text=100%25", [4]],
    ["text=_00", []],
    ["created_from=2026-03-05&created_to=2026-03-07", [2, 3, 4]],
    ["created_to=2026-03-04T13:00:00%2B01:00", [7]],
    ["stuck=true", [7]],
    ["skip=6", [6, 7]],
    ["skip=7&limit=1", [7]],
  ])("can be filtered: %s", async (query, wanted) => {
    expect(numbers(await find(query))).toEqual(wanted);
  });

  it("can be found by draft, universe, request and id", async () => {
    expect(numbers(await find(`draft_id=${draftId}`))).toEqual([4]);
    expect(numbers(await find(`universe_slug=${slug}`))).toEqual([4]);
    expect(numbers(await find(`parent_id=${jobs[0]}`))).toEqual([1, 2]);
    expect(numbers(await find(`text=${jobs[3]}`))).toEqual([3]);
  });

  it("are turned page by page with cursors, each once, also two of one moment", async () => {
    const seen: number[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Page = await find(`limit=3${next && `&cursor=${next}`}`);
      expect(page.total).toBe(8);
      seen.push(...numbers(page));
      next = page.next;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("a page stays where it was while newer jobs arrive", async () => {
    const person = stage.stranger;
    const [old] = [
      await putJob(person, { status: "cancelled" }),
      await putJob(person, { status: "cancelled" }),
    ];
    const first = await find("limit=1", person);
    await putJob(person, { status: "cancelled" });
    const second = await find(`limit=1&cursor=${first.next}`, person);
    expect(second.items.map(({ id }) => id)).toEqual([old]);
    await database()`delete from public.jobs where user_id = ${person.id}`;
  });
});

describe("everyone's jobs", () => {
  it("say whose they are and who holds them", async () => {
    const page = await find(`scope=all&user_id=${stage.owner.id}&limit=100`, stage.support);
    expect(numbers(page)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(page.items[7]).toMatchObject({
      user_email: stage.owner.email,
      lease_owner: null,
      death_count: 0,
      is_parent: false,
    });
  });

  it("are found by the person's address", async () => {
    const page = await find(`scope=all&text=${stage.owner.email.toUpperCase()}`, stage.admin);
    expect(page.total).toBe(8);
  });

  it("are counted exactly up to ten thousand and not beyond", async () => {
    const person = stage.stranger;
    const sql = database();
    const fill = (count: number) =>
      sql.begin(async (db) => {
        await db`set local session_replication_role = replica`;
        await db`insert into public.jobs (user_id, type, status, completed_at)
          select ${person.id}, 'publish', 'cancelled', now() from generate_series(1, ${count}::integer)`;
      });
    await fill(10_000);
    const about = `scope=all&user_id=${person.id}&limit=1`;
    expect((await find(about, stage.admin)).total).toBe(10_000);
    await fill(5);
    expect((await find(about, stage.admin)).total).toBe(10_001);
    await sql`delete from public.jobs where user_id = ${person.id}`;
  });
});

describe("a list that is asked for badly", () => {
  const long = "x".repeat(10_000);
  it.each([
    ["an unknown status", "status=lost", "status.0"],
    ["an unknown type", "type=dance", "type.0"],
    ["a person who is no id", "user_id=me", "user_id"],
    ["a draft that is no id", "draft_id=x", "draft_id"],
    ["a request twice", `parent_id=${crypto.randomUUID()}&parent_id=${crypto.randomUUID()}`, "parent_id"],
    ["a day that is none", "created_from=2026-02-30", "created_from"],
    ["a word for a date", "created_to=soon", "created_to"],
    ["a long text", `text=${long}`, "text"],
    ["a text with NUL", "text=a%00b", "text"],
    ["an empty text", "text=", "text"],
    ["an address that is none", "universe_slug=..%2F..", "universe_slug"],
    ["stuck in other words", "stuck=1", "stuck"],
    ["a cursor that is none", "cursor=nonsense", "cursor"],
    ["a cursor of something else", `cursor=${btoa('{"id":1}').replaceAll("=", "")}`, "cursor"],
    ["no rows", "limit=0", "limit"],
    ["too many rows", "limit=101", "limit"],
    ["half a row", "limit=1.5", "limit"],
    ["a negative start", "skip=-1", "skip"],
    ["a scope that is none", "scope=ours", "scope"],
  ])("with %s names what is wrong", async (_what, query, path) => {
    const answer = await call<{ code: string; errors: { path: string }[] }>(
      stage.owner,
      "GET",
      `/api/jobs?${query}`,
    );
    expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
    expect(answer.body.errors.map((error) => error.path)).toEqual([path]);
  });
});
