import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";
import { openJournal } from "./journal.ts";
import type { Prediction } from "./prediction.ts";

const model = "atelier/names";

describe("a restart", () => {
  it("runs again what was open, and keeps what was done", async () => {
    await using opened = await openAtelier();
    const done = await opened.client.predictions.create({ model, input: { label: "Fuchs" }, wait: true });
    await opened.order({ kind: "slow-run", delayMs: 2000, times: 6 });
    const open: { id: string; input: object }[] = [];
    for (const label of ["un", "deux", "trois", "quatre", "cinq", "six"])
      open.push(await opened.client.predictions.create({ model, input: { label } }));
    await expect
      .poll(async () => (await opened.client.predictions.get(open[3]?.id ?? "")).status)
      .toMatch(/^(processing|succeeded)$/);
    await opened.restart();
    const get = (id: string) => opened.client.predictions.get(id);
    expect(await get(done.id)).toMatchObject({ status: "succeeded", output: done.output });
    for (const { id, input } of open)
      await expect.poll(() => get(id)).toMatchObject({ status: "succeeded", input });
    expect((await opened.client.predictions.list()).results).toHaveLength(7);
  });

  it("goes on with the numbers of the list", async () => {
    await using opened = await openAtelier();
    const first = await opened.client.predictions.create({ model, input: { label: "un" } });
    await opened.restart();
    const second = await opened.client.predictions.create({ model, input: { label: "deux" } });
    const { results } = await opened.client.predictions.list();
    expect(results.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe("the journal", () => {
  const prediction = (sequence: number, status: string): Prediction => ({
    id: `p${sequence}`,
    sequence,
    model,
    version: "v",
    input: {},
    inputHash: "h",
    status,
    output: null,
    error: null,
    logs: "",
    createdAt: 0,
    startedAt: null,
    completedAt: status === "succeeded" ? 1 : null,
    deadline: null,
    webhook: null,
    webhookEventsFilter: null,
    webhookSettled: true,
    dataRemoved: false,
    files: [],
    faults: [],
  });

  it("gives back the last state of each prediction, in order, past a torn line, and is rewritten short", async () => {
    const folder = await mkdtemp(join(tmpdir(), "journal-"));
    const file = join(folder, "deep", "predictions.jsonl");
    const first = openJournal(file);
    first.write(prediction(2, "starting"));
    first.write(prediction(1, "starting"));
    first.write(prediction(2, "succeeded"));
    first.close();
    await writeFile(file, '{"id":"p3","sequence":3,"inp', { flag: "a" });
    const second = openJournal(file);
    expect(second.restored.map(({ id, status }) => [id, status])).toEqual([
      ["p1", "starting"],
      ["p2", "succeeded"],
    ]);
    second.close();
    expect((await readFile(file, "utf8")).trim().split("\n")).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});

it("keeps the journal short while it runs, and loses nothing by it", async () => {
  await using opened = await openAtelier();
  const folder = await mkdtemp(join(tmpdir(), "journal-"));
  const file = join(folder, "predictions.jsonl");
  const journal = openJournal(file);
  const { id } = await opened.client.predictions.create({ model, input: { label: "Fuchs" }, wait: true });
  const state = opened.atelier.scheduler.find(id);
  if (!state) throw new Error("the prediction is gone");
  for (let written = 0; written < 20_001; written += 1) journal.write(state);
  journal.compact([state]);
  journal.write({ ...state, logs: "after" });
  journal.close();
  expect((await readFile(file, "utf8")).trim().split("\n")).toHaveLength(2);
  const again = openJournal(file);
  expect(again.restored).toMatchObject([{ id, logs: "after" }]);
  again.close();
  await rm(folder, { recursive: true });
});

describe("an hour later", () => {
  it("shows the prediction without its data", async () => {
    let clock = Date.now();
    await using opened = await openAtelier({ now: () => clock });
    const { id } = await opened.client.predictions.create({ model, input: { label: "Fuchs" }, wait: true });
    clock += 59 * 60_000;
    await opened.atelier.scheduler.sweep();
    expect(await opened.client.predictions.get(id)).toMatchObject({
      data_removed: false,
      input: { label: "Fuchs" },
    });
    clock += 60_000;
    await opened.atelier.scheduler.sweep();
    const removed = { status: "succeeded", data_removed: true, input: {}, output: null };
    expect(await opened.client.predictions.get(id)).toMatchObject(removed);
    await opened.restart();
    expect(await opened.client.predictions.get(id)).toMatchObject(removed);
  });
});
