import { describe, expect, it } from "vitest";
import { readMp3 } from "../testing/measure-sound.ts";
import { openAtelier } from "../testing/open-atelier.ts";
import { shareOfThisThread } from "../testing/thread-share.ts";

const model = "atelier/music";

describe("the music model", () => {
  it("makes an MP3 of 24 seconds, says how, tells how far it is, and refuses other lengths", async () => {
    await using opened = await openAtelier();
    const input = { theme: "La ferme", mood: "joyeuse", language: "fr", seed: 3 };
    const made = await opened.client.predictions.create({ model, input, wait: true });
    expect(made).toMatchObject({ status: "succeeded", error: null });
    expect(made.logs).toContain("Atelier: procedural music, made on this machine\nUsing seed: 3\nA joyful ");
    expect(made.logs).toMatch(/^100%\|█+\| (\d+)\/\1 \[/m);
    const response = await fetch(String(made.output));
    expect(response.headers.get("content-type")).toBe("audio/mpeg");
    const { seconds } = readMp3(new Uint8Array(await response.arrayBuffer()));
    expect(seconds).toBeGreaterThan(23.9);
    expect(seconds).toBeLessThan(24.2);
    const refused = opened.client.predictions.create({ model, input: { duration: 31 } });
    await expect(refused).rejects.toThrow("422");
  });

  it("keeps a lane of its own, on another thread than the one that answers calls", async () => {
    await using opened = await openAtelier();
    const play = () =>
      opened.client.predictions.create({ model, input: { seed: 1, duration: 20 }, wait: true });
    expect(await shareOfThisThread(play)).toBeLessThan(0.5);
    await opened.order({ kind: "slow-run", delayMs: 600_000 });
    for (const seed of [1, 2]) await opened.client.predictions.create({ model, input: { seed } });
    await opened.client.predictions.create({ model: "atelier/picture", input: { prompt: "a bee" } });
    const states = async () =>
      (await opened.client.predictions.list()).results.slice(0, 3).map(({ status }) => status);
    await expect.poll(states).toEqual(["processing", "starting", "processing"]);
  });

  it("is cancelled between steps, and works without a word for the next", async () => {
    await using opened = await openAtelier();
    const { id } = await opened.client.predictions.create({ model, input: { seed: 1, duration: 30 } });
    const logs = async () => (await opened.client.predictions.get(id)).logs ?? "";
    await expect.poll(logs, { interval: 10 }).toContain("Using seed: 1");
    await opened.client.predictions.cancel(id);
    expect(await opened.client.predictions.get(id)).toMatchObject({ status: "canceled", output: null });
    const next = await opened.client.predictions.create({
      model,
      input: { seed: 2, duration: 20 },
      wait: true,
    });
    expect(next.status).toBe("succeeded");
    expect(await logs()).not.toContain("100%");
  });
});
