import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeWav } from "../testing/make-wav.ts";
import { type OpenAtelier, openAtelier } from "../testing/open-atelier.ts";
import { readFilm } from "../testing/read-film.ts";

const model = "atelier/video";
const uri = (bytes: Uint8Array, type: string) =>
  `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;

async function download(url: unknown): Promise<{ type: string | null; bytes: Uint8Array }> {
  const response = await fetch(String(url));
  expect(response.status).toBe(200);
  return { type: response.headers.get("content-type"), bytes: new Uint8Array(await response.arrayBuffer()) };
}

const make = (opened: OpenAtelier, input: Record<string, unknown>) =>
  opened.client.predictions.create({ model, input: { duration: 3, ...input }, wait: true });

describe("the video model", { timeout: 400_000 }, () => {
  it("lets the scene of a picture come alive, with a voice, and tells how far it is", async () => {
    await using opened = await openAtelier();
    const drawn = {
      prompt: "un poulpe",
      concept: "octopus",
      theme: "ocean",
      seed: 5,
      width: 128,
      height: 128,
    };
    const picture = await opened.client.predictions.create({
      model: "atelier/picture",
      input: drawn,
      wait: true,
    });
    const voice = uri(makeWav(0.8, 8_000), "audio/wav");
    const prediction = await make(opened, { image: picture.output[0], prompt: "un poulpe", seed: 77, voice });
    expect(prediction).toMatchObject({ status: "succeeded", error: null });
    expect(prediction.logs).toContain("Atelier: procedural video, made on this machine\nUsing seed: 5\n");
    expect(prediction.logs).toContain("its scene comes alive");
    expect(prediction.logs).toMatch(/^ 50%\|█+ +\| 36\/72 \[/m);
    expect(prediction.logs).toMatch(/^100%\|█+\| 72\/72 \[/m);
    const { type, bytes } = await download(prediction.output);
    expect(type).toBe("video/mp4");
    expect(await readFilm(bytes)).toMatchObject({
      boxes: ["ftyp", "moov", "mdat"],
      width: 720,
      height: 720,
      seconds: 3,
      sound: { codec: "mp3" },
    });
  });

  it("pans over a picture that does not say how it was made", async () => {
    await using opened = await openAtelier();
    const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#48a" } })
      .jpeg()
      .toBuffer();
    const prediction = await make(opened, { image: uri(photo, "image/jpeg") });
    expect(prediction.status).toBe("succeeded");
    expect(prediction.logs).toContain("the camera goes over it");
    expect((await readFilm((await download(prediction.output)).bytes)).frames).toHaveLength(72);
  });

  it("fails with a message for people when it cannot do what it is asked", async () => {
    await using opened = await openAtelier();
    const hello = Buffer.from("hello");
    const asked: [Record<string, unknown>, string][] = [
      [{}, "Give an image, a concept or a prompt."],
      [{ image: "file:///etc/passwd" }, "The picture must be an http(s) URL or a data URI."],
      [
        { image: "http://127.0.0.1:9/none.png" },
        "The picture could not be fetched: its server did not answer.",
      ],
      [{ image: uri(hello, "image/png") }, "The picture could not be read"],
      [{ concept: "cow", voice: uri(hello, "audio/wav") }, "The voice could not be read"],
    ];
    for (const [input, message] of asked) {
      const { status, error, output } = await make(opened, input);
      expect({ status, output }).toEqual({ status: "failed", output: null });
      expect(error).toContain(message);
    }
  });

  it("refuses lengths and sizes that it does not make before it begins", async () => {
    await using opened = await openAtelier();
    for (const [name, value] of [
      ["duration", 2],
      ["duration", 6],
      ["resolution", 512],
    ] as const) {
      const body = JSON.stringify({ input: { concept: "cow", [name]: value } });
      const response = await opened.call(`/v1/models/${model}/predictions`, { method: "POST", body });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(`input.${name}`);
    }
  });

  it("makes one at a time, pictures beside it, and stops between frames when it is cancelled", async () => {
    await using opened = await openAtelier();
    const input = { concept: "lion", theme: "jungle", seed: 1, duration: 5, resolution: 1024 };
    const first = await opened.client.predictions.create({ model, input });
    const second = await opened.client.predictions.create({ model, input });
    const small = { prompt: "a bee", width: 64, height: 64, seed: 1 };
    const picture = await opened.client.predictions.create({
      model: "atelier/picture",
      input: small,
      wait: true,
    });
    expect(picture.status).toBe("succeeded");
    const logs = async () => (await opened.client.predictions.get(first.id)).logs ?? "";
    await expect.poll(logs).toMatch(/ \d+\/120 \[/);
    expect((await opened.client.predictions.get(second.id)).status).toBe("starting");
    await opened.client.predictions.cancel(second.id);
    await opened.client.predictions.cancel(first.id);
    const ended = await opened.client.predictions.get(first.id);
    expect(ended).toMatchObject({ status: "canceled", output: null });
    expect(ended.logs).not.toContain("120/120");
    // The thread is free again at once, not only when the film would have been done.
    const next = await make(opened, { image: "nothing" });
    expect(next.error).toContain("must be an http(s) URL");
  });
});
