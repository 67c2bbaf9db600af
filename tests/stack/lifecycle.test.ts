import { createServer } from "node:net";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { type StartedStudio, type StudioPlace, studioPlace } from "../setup/own-studio.ts";

const place = studioPlace(40);
const second = studioPlace(50);
let first: StartedStudio;

afterAll(async () => {
  await Promise.all([place.clear(), second.clear()]);
});

async function note(at: StudioPlace, text?: string): Promise<string[]> {
  const sql = postgres(at.config.dbUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`create table if not exists public.lifecycle_notes (note text)`;
    if (text) await sql`insert into public.lifecycle_notes values (${text})`;
    return (await sql<{ note: string }[]>`select note from public.lifecycle_notes order by 1`).map(
      (row) => row.note,
    );
  } finally {
    await sql.end();
  }
}

describe("npm start", { timeout: 900_000 }, () => {
  it("says what it does, gives the addresses and accounts, and answers", async () => {
    first = await place.start();
    expect(first.output()).toMatch(
      /✓ Ports[\s\S]*✓ Postgres[\s\S]*✓ Migrations[\s\S]*✓ Services[\s\S]*✓ Web server/,
    );
    expect(first.output()).toContain("educator@studio.test");
    expect(first.stdout().trimEnd().split("\n").at(-1)).toBe(`Studio ready on ${place.config.studioUrl}`);
    expect((await fetch(place.config.studioUrl)).status).toBeLessThan(500);
    const status = await place.command("status", ["--json"]);
    expect(Object.keys(JSON.parse(status.stdout))).toEqual([
      "studioUrl",
      "apiUrl",
      "dbUrl",
      "functionsUrl",
      "mailUrl",
      "modelsUrl",
      "publishableKey",
      "secretKey",
    ]);
    await note(place, "first");
  });

  it("refuses a second start and a reset while it runs, and says why", async () => {
    const again = await place.start();
    expect(await again.exitCode).toBe(1);
    expect(again.output()).toMatch(/already runs on the data folder/);
    const reset = await place.command("reset");
    expect([reset.code, reset.stderr]).toEqual([1, expect.stringMatching(/already runs/)]);
    expect(await note(place)).toEqual(["first"]);
  });

  it("runs beside another studio with ports and data of its own", async () => {
    const other = await second.start();
    expect(other.isReady).toBe(true);
    expect(await note(second)).toEqual([]);
    expect(await note(place)).toEqual(["first"]);
    other.signal("SIGTERM", "npm");
    await other.untilGone();
    expect((await fetch(place.config.studioUrl)).status).toBeLessThan(500);
  });

  it("leaves no process after Ctrl-C, and starts again with its data", async () => {
    first.signal("SIGINT", "group");
    await first.untilGone();
    const status = await place.command("status", ["--json"]);
    expect([status.code, status.stdout]).toEqual([1, ""]);
    const run = await place.start();
    expect(await note(place)).toEqual(["first"]);
    run.signal("SIGINT", "group");
    await run.untilGone();
    expect(run.output()).toContain("Stopping");
  });

  it("ends when only npm is told to, and when npm is killed", async () => {
    for (const [name, whom] of [
      ["SIGINT", "npm"],
      ["SIGTERM", "npm"],
      ["SIGKILL", "npm"],
    ] as const) {
      const run = await place.start();
      expect(run.isReady).toBe(true);
      run.signal(name, whom);
      await run.untilGone();
    }
  });

  it("leaves no orphan when it is killed, and starts clean at once", async () => {
    const killed = await place.start();
    process.kill(killed.record().supervisor.pid, "SIGKILL");
    const next = await place.start();
    expect(next.output()).toContain("Studio ready on");
    expect(await note(place)).toEqual(["first"]);
    for (const { pid } of next.record().processes) process.kill(pid, "SIGKILL");
    await next.untilGone();
    expect(await next.exitCode).toBe(1);
    expect(next.output()).toMatch(/ended by itself/);
    const last = await place.start();
    expect(await note(place)).toEqual(["first"]);
    last.signal("SIGKILL", "group");
    await last.untilGone();
  });

  it("names the port that is in use and the variable to change, and ends with 1", async () => {
    const squatter = createServer().listen(place.config.apiPort, "127.0.0.1");
    const run = await place.start();
    squatter.close();
    expect(await run.exitCode).toBe(1);
    expect(run.output()).toMatch(new RegExp(`Port ${place.config.apiPort} is in use.*SUPABASE_PORT`));
    await run.untilGone();
  });

  it("wipes only what is a studio's data folder", async () => {
    const reset = await place.command("reset");
    expect(reset.code).toBe(0);
    const again = await place.command("reset");
    expect(again.stdout).toMatch(/Nothing to wipe/);
    const foreign = await place.command("reset", [], { STUDIO_DATA_DIR: "tests" });
    expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringMatching(/nothing was deleted/)]);
  });
});
