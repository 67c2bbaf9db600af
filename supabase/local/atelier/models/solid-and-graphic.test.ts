import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenAtelier, openAtelier } from "../testing/open-atelier.ts";
import { readGlb, validate } from "../testing/read-glb.ts";

let opened: OpenAtelier;
beforeAll(async () => {
  opened = await openAtelier();
});
afterAll(() => opened[Symbol.asyncDispose]());

async function download(url: unknown): Promise<{ type: string | null; bytes: Buffer }> {
  const response = await fetch(String(url));
  expect(response.status).toBe(200);
  return { type: response.headers.get("content-type"), bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("the model of toys", () => {
  it("answers with one GLB file and says how it was made", async () => {
    const made = await opened.client.predictions.create({
      model: "atelier/model3d",
      input: { concept: "lion", prompt: "a lion", theme: "jungle", seed: 3, image: null },
      wait: true,
    });
    expect(made).toMatchObject({ status: "succeeded" });
    expect(made.logs).toContain("Using seed: 3\n");
    expect(made.logs).toContain("Made a toy of lion\n");
    const { type, bytes } = await download(made.output);
    expect(type).toBe("model/gltf-binary");
    expect(await validate(bytes)).toEqual([]);
  });

  it("reads in one of its pictures what that shows", async () => {
    const painted = await opened.client.predictions.create({
      model: "atelier/picture",
      input: { prompt: "une vache", concept: "cow", width: 128, height: 128, seed: 1 },
      wait: true,
    });
    const made = await opened.client.predictions.create({
      model: "atelier/model3d",
      input: { image: painted.output[0], seed: 1 },
      wait: true,
    });
    expect(made.logs).toContain("Made a toy of cow\n");
  });

  it("makes a cushion of a teacher's own picture", async () => {
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#3a8" } })
      .png()
      .toBuffer();
    const image = `data:image/png;base64,${picture.toString("base64")}`;
    const input = { concept: "Mon doudou", image, seed: 1 };
    const made = await opened.client.predictions.create({ model: "atelier/model3d", input, wait: true });
    const { bytes } = await download(made.output);
    expect(readGlb(bytes).meshes.map(({ name }) => name)).toEqual(["cushion"]);
  });

  it("fails with a word when nothing says what to make", async () => {
    const made = await opened.client.predictions.create({
      model: "atelier/model3d",
      input: { seed: 1 },
      wait: true,
    });
    expect(made).toMatchObject({
      status: "failed",
      error: expect.stringContaining("a concept, a prompt or an image"),
    });
  });
});

describe("the model of graphics", () => {
  it("answers with one picture in the size and format asked for", async () => {
    const input = {
      kind: "poster",
      title: "Les véhicules",
      theme: "vehicles",
      concepts: ["car", "bus"],
      seed: 4,
    };
    const made = await opened.client.predictions.create({
      model: "atelier/graphic",
      input: { ...input, width: 256, height: 362, output_format: "png" },
      wait: true,
    });
    expect(made.logs).toContain("Designed a poster with 2 things titled Les véhicules\n");
    const { type, bytes } = await download(made.output);
    expect(type).toBe("image/png");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 256, height: 362 });
  });

  it.each([
    [{ title: "Zoo" }, "kind is required"],
    [{ kind: "flyer" }, "kind must be one of"],
    [{ kind: "logo", width: 4096 }, "less than or equal to 2048"],
  ])("refuses %o", async (input, message) => {
    const response = await opened.call("/v1/models/atelier/graphic/predictions", {
      method: "POST",
      body: JSON.stringify({ input }),
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(message);
  });
});
