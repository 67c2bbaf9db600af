import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTalker } from "./talker.ts";

/** A process that keeps to the protocol, or breaks it in the way that its text asks for. */
const program = `
import { createInterface } from "node:readline";
const say = (message) => process.stdout.write(JSON.stringify(message) + "\\n");
say({ ready: true });
let asked = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { id, language, text } = JSON.parse(line);
  asked += 1;
  if (text === "die") process.exit(3);
  else if (text === "sleep") continue;
  else if (text === "babble") process.stdout.write("la la la\\n");
  else if (text === "refuse") say({ id, error: "not that word" });
  else if (text === "env") say({ id, wav: Buffer.from(Object.keys(process.env).sort().join()).toString("base64") });
  else say({ id, wav: Buffer.from([process.pid, asked, language, text].join(" ")).toString("base64") });
}
`;

let folder: string;
let args: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "talker-"));
  args = [join(folder, "fake-voice.mjs")];
  await writeFile(args[0] ?? "", program);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (options = {}) => {
  const talker = createTalker({ command: process.execPath, args, ...options });
  const say = async (text: string) =>
    Buffer.from(await talker.say("fr", text))
      .toString()
      .split(" ");
  return { say, [Symbol.dispose]: () => talker.stop() };
};

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a talker", () => {
  it("asks one process again and again, and gives each the answer to their own question", async () => {
    using talker = open();
    const answers = await Promise.all(["un", "deux", "trois"].map(talker.say));
    const [pid] = answers[0] ?? [];
    expect(answers).toEqual([
      [pid, "1", "fr", "un"],
      [pid, "2", "fr", "deux"],
      [pid, "3", "fr", "trois"],
    ]);
    expect(await talker.say("quatre")).toEqual([pid, "4", "fr", "quatre"]);
  });

  it("says why a word could not be said, and goes on", async () => {
    using talker = open();
    await expect(talker.say("refuse")).rejects.toThrow("The voice could not say it: not that word");
    expect(await talker.say("encore")).toEqual([expect.any(String), "2", "fr", "encore"]);
  });

  it("fails those who wait when the process dies, and starts another for the next", async () => {
    using talker = open();
    const [before] = await talker.say("un");
    const both = await Promise.allSettled([talker.say("die"), talker.say("deux")]);
    for (const end of both)
      expect(end).toMatchObject({
        status: "rejected",
        reason: { message: "The voice fell silent: its process ended (3)." },
      });
    const [after, asked] = await talker.say("trois");
    expect(after).not.toBe(before);
    expect(asked).toBe("1");
  });

  it("ends a process that does not answer in time, or not in the language of the protocol", async () => {
    using talker = open({ answerMs: 2_500 });
    const [pid] = await talker.say("un");
    await expect(talker.say("sleep")).rejects.toThrow("no answer after 2.5 s");
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
    await expect(talker.say("babble")).rejects.toThrow("it answered what nobody understands");
    expect(await talker.say("deux")).toEqual([expect.any(String), "1", "fr", "deux"]);
  });

  it("lets the process go when nobody asks any more, and when it is stopped", async () => {
    using talker = open({ idleMs: 50 });
    const [first] = await talker.say("un");
    await expect.poll(() => isAlive(Number(first))).toBe(false);
    const lasting = createTalker({ command: process.execPath, args });
    const pid = Number(
      Buffer.from(await lasting.say("fr", "un"))
        .toString()
        .split(" ")[0],
    );
    const asked = lasting.say("fr", "sleep");
    lasting.stop();
    await expect(asked).rejects.toThrow("it was stopped");
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it("gives it no secret of ours, and says so when it cannot be started", async () => {
    using talker = open();
    vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
    expect((await talker.say("env")).join(" ")).not.toContain("SUPABASE");
    vi.unstubAllEnvs();
    using missing = open({ command: join(folder, "no-such-program") });
    await expect(missing.say("un")).rejects.toThrow(/The voice fell silent: spawn .* ENOENT/);
  });
});
