import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";
import { shareOfThisThread } from "../testing/thread-share.ts";
import { readStyle, readTheme } from "./paint-pictures.ts";

const model = "atelier/picture";
const small = { width: 256, height: 256, seed: 7 };

async function download(url: unknown): Promise<{ type: string | null; bytes: Buffer }> {
  const response = await fetch(String(url));
  expect(response.status).toBe(200);
  return { type: response.headers.get("content-type"), bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("the picture model", () => {
  it("paints a picture of 1024 by 1024 as WebP and says how", async () => {
    await using opened = await openAtelier();
    const input = { prompt: "un lion dans la jungle", concept: "lion", theme: "jungle", seed: 3 };
    const prediction = await opened.client.predictions.create({ model, input, wait: true });
    expect(prediction).toMatchObject({ status: "succeeded", metrics: { image_count: 1 } });
    expect(prediction.logs).toContain("Atelier: procedural picture, made on this machine\nUsing seed: 3\n");
    expect(prediction.logs).toMatch(/^100%\|█+\| 1\/1 \[/m);
    const { type, bytes } = await download(prediction.output[0]);
    expect(type).toBe("image/webp");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 1024, height: 1024 });
    const { entropy } = await sharp(bytes).stats();
    expect(entropy).toBeGreaterThan(5);
  });

  it("paints the same bytes for the same seed and others for another", async () => {
    await using opened = await openAtelier();
    const make = async (seed: number) => {
      const input = { ...small, prompt: "a fox in the forest", seed };
      const { output } = await opened.client.predictions.create({ model, input, wait: true });
      return (await download(output[0])).bytes.toString("base64");
    };
    const [first, again, other] = [await make(7), await make(7), await make(8)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("paints several, each different, in the format and size asked for, telling of each as it comes", async () => {
    await using opened = await openAtelier();
    const input = {
      ...small,
      prompt: "ein Boot",
      width: 320,
      height: 200,
      output_format: "png",
      num_outputs: 3,
    };
    const webhook = opened.receiver.url;
    const made = await opened.client.predictions.create({ model, input, webhook, wait: true });
    const files = await Promise.all((made.output as string[]).map(download));
    expect(files.map(({ type }) => type)).toEqual(["image/png", "image/png", "image/png"]);
    expect(new Set(files.map(({ bytes }) => bytes.toString("base64"))).size).toBe(3);
    for (const { bytes } of files)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 320, height: 200 });
    await expect.poll(() => opened.receiver.deliveries.at(-1)?.prediction.status).toBe("succeeded");
    const states = opened.receiver.deliveries.map(({ prediction }) => prediction.status);
    expect(states).toContain("processing");
    expect(opened.receiver.deliveries.every(({ isGenuine }) => isGenuine)).toBe(true);
  });

  it("stops between steps when it is cancelled, and leaves no file behind", async () => {
    await using opened = await openAtelier();
    const input = { prompt: "a castle", num_outputs: 4, width: 2048, height: 2048 };
    const { id } = await opened.client.predictions.create({ model, input });
    const first = async () => (await opened.client.predictions.get(id)).output?.[0];
    let early: unknown;
    await expect
      .poll(
        async () => {
          early = await first();
          return early;
        },
        { timeout: 60_000 },
      )
      .toBeDefined();
    await opened.client.predictions.cancel(id);
    expect(await opened.client.predictions.get(id)).toMatchObject({ status: "canceled", output: null });
    await expect.poll(async () => (await fetch(String(early))).status).toBe(404);
  }, 150_000);

  it("paints two at once, and on other threads than the one that answers calls", async () => {
    await using opened = await openAtelier();
    const paint = () =>
      opened.client.predictions.create({ model, input: { prompt: "a whale", seed: 1 }, wait: true });
    expect(await shareOfThisThread(paint)).toBeLessThan(0.5);
    await opened.order({ kind: "slow-run", delayMs: 600_000 });
    for (const prompt of ["a whale", "a rocket", "a cow"])
      await opened.client.predictions.create({ model, input: { prompt } });
    const states = async () =>
      (await opened.client.predictions.list()).results.slice(0, 3).map(({ status }) => status);
    await expect.poll(states).toEqual(["starting", "processing", "processing"]);
  });

  it("lets files go after an hour", async () => {
    let clock = Date.now();
    await using opened = await openAtelier({ now: () => clock });
    const made = await opened.client.predictions.create({
      model,
      input: { ...small, prompt: "a bee" },
      wait: true,
    });
    const url = String(made.output[0]);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(url.replace("out-0", "out-1"))).status).toBe(404);
    await opened.restart();
    const moved = url.replace(new URL(url).origin, opened.atelier.url);
    expect((await fetch(moved)).status).toBe(200);
    clock += 3_600_000;
    expect((await fetch(moved)).status).toBe(404);
  });
});

describe("words for the painter", () => {
  it.each([
    ["watercolour", "watercolour"],
    ["à l'aquarelle", "watercolour"],
    ["papier découpé", "papercut"],
    ["bright and soft", "soft"],
    [null, "soft"],
  ])("understands the style %s as %s", (words, style) => {
    expect(readStyle(words)).toBe(style);
  });

  it.each([
    ["fonds marins", "ocean"],
    ["auf der Baustelle", "construction"],
    ["xyzzy", "xyzzy"],
    [undefined, undefined],
  ])("understands the theme %s as %s", (text, key) => {
    expect(readTheme(text)).toBe(key);
  });
});
