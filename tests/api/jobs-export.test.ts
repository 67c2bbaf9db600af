import { beforeAll, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage, putJob } from "../fixtures/job-stage.ts";
import { database, stack } from "../setup/stack.ts";

let stage: JobStage;

beforeAll(async () => {
  stage = await openJobStage();
});

const ask = (query: string, who = stage.support) =>
  fetch(new URL(`/api/jobs/export?${query}`, stack().status.studioUrl), {
    headers: { authorization: `Bearer ${who.accessToken}` },
  });

describe("the export", () => {
  it("is a file of today with one line for each job that fits, however many pages they are", async () => {
    const person = stage.stranger;
    await database().begin(async (db) => {
      await db`set local session_replication_role = replica`;
      await db`insert into public.jobs (user_id, type, status, completed_at, created_at)
        select ${person.id}, 'publish', 'cancelled', now(), now() - n * interval '1 second' from generate_series(1, 2500) n`;
    });
    const answer = await ask(`user_id=${person.id}&type=publish`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="magikswipe-jobs-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = new TextDecoder().decode(bytes).split("\r\n").slice(0, -1);
    expect(head).toMatch(/^id,parent_id,type,status,/);
    expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(2500);
    expect(lines).toHaveLength(2500);
    const column = head?.split(",").indexOf("created_at") ?? -1;
    const times = lines.map((line) => Date.parse(line.split(",")[column] ?? ""));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    await database()`delete from public.jobs where user_id = ${person.id}`;
  });

  it.each([
    ['=HYPERLINK("http://x.example","cows")', `"'=HYPERLINK(""http://x.example"",""cows"")"`],
    ["+1 cow", "'+1 cow"],
    ["-cows-", "'-cows-"],
    ["@cows", "'@cows"],
    ["cows, sheep", '"cows, sheep"'],
    ["Ñandú 🦤", "Ñandú 🦤"],
  ])("keeps a draft named %s harmless", async (name, cell) => {
    const jobId = await putJob(stage.owner, { draft_id: await makeDraft(stage.owner, name) });
    const text = await (await ask(`text=${jobId}`)).text();
    expect(text).toContain(`,${cell},`);
  });

  it("of nothing has its head alone", async () => {
    const text = await (await ask(`draft_id=${crypto.randomUUID()}`)).text();
    expect(text.split("\r\n")).toHaveLength(2);
  });

  it("is refused with a reason where it is asked for badly", async () => {
    for (const query of ["status=lost", "created_from=x", "cursor=x", `text=${"x".repeat(10_000)}`]) {
      const answer = await ask(query);
      expect(answer.status).toBe(422);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("content-disposition")).toBeNull();
    }
  });
});
