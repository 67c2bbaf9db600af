import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { makePicture } from "../render/picture.ts";
import { type Glb, readGlb, validate } from "../testing/read-glb.ts";
import { makeModel3d } from "./model-toy.ts";

const nothing = () => {};
const make = async (request: Parameters<typeof makeModel3d>[0]) =>
  (await makeModel3d(request, nothing)).bytes;

describe("a model of a thing", () => {
  const kinds = [
    ["banana", "an icon"],
    ["bulldozer", "a drawn machine"],
  ] as const;

  it.each(kinds)("of a %s (%s) passes Khronos' validator without a word", async (concept) => {
    const bytes = await make({ concept, seed: 1 });
    expect(await validate(bytes)).toEqual([]);
    expect(bytes.length).toBeLessThan(500_000);
  });

  it("is the same to the byte for the same seed and another for another", async () => {
    const [first, again, other] = [
      await make({ concept: "balloon", seed: 4 }),
      await make({ concept: "balloon", seed: 4 }),
      await make({ concept: "balloon", seed: 5 }),
    ];
    expect(again.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
  });

  it("takes the colour that the prompt gives it", async () => {
    const hues = await Promise.all(
      ["ein roter Luftballon", "ein grüner Luftballon"].map(async (prompt) => {
        const { jpeg } = readGlb(await make({ concept: "Luftballon", prompt, seed: 1 }));
        const { channels } = await sharp(jpeg).stats();
        return channels.map(({ mean }) => mean);
      }),
    );
    const [[red = 0, redGreen = 0] = [], [greenRed = 0, green = 0] = []] = hues;
    expect(red).toBeGreaterThan(redGreen + 20);
    expect(green).toBeGreaterThan(greenRed + 20);
  });

  it("stops when its run is cancelled", async () => {
    const cancelled = () => {
      throw new Error("cancelled");
    };
    await expect(makeModel3d({ concept: "cow", seed: 1 }, cancelled)).rejects.toThrow("cancelled");
  });
});

describe("the plush lion", () => {
  let glb: Glb;
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await make({ concept: "lion", seed: 1 });
    glb = readGlb(bytes);
  });

  it("passes Khronos' validator without a word and is small", async () => {
    expect(await validate(bytes)).toEqual([]);
    expect(bytes.length).toBeLessThan(500_000);
  });

  it("stands on the ground around the middle, one unit tall, and is thick", () => {
    const { low, high } = glb.box();
    expect(low[1]).toBeCloseTo(0, 4);
    expect(high[1]).toBeCloseTo(1, 4);
    for (const axis of [0, 2] as const) expect((low[axis] ?? 0) + (high[axis] ?? 0)).toBeCloseTo(0, 3);
    expect((high[2] ?? 0) - (low[2] ?? 0)).toBeGreaterThan(0.3);
  });

  it("is closed: every edge belongs to two triangles that turn the same way", () => {
    for (const mesh of glb.meshes) {
      const place = (corner: number) => mesh.positions.subarray(corner * 3, corner * 3 + 3).join(" ");
      const open = new Map<string, number>();
      for (let at = 0; at < mesh.indices.length; at += 1) {
        const next = at % 3 === 2 ? at - 2 : at + 1;
        const [from, to] = [place(mesh.indices[at] ?? 0), place(mesh.indices[next] ?? 0)];
        open.set(`${from}>${to}`, (open.get(`${from}>${to}`) ?? 0) + 1);
        open.set(`${to}>${from}`, (open.get(`${to}>${from}`) ?? 0) - 1);
      }
      expect(
        [...open.values()].every((balance) => balance === 0),
        mesh.name,
      ).toBe(true);
    }
  });

  it("is turned inside out nowhere: its volume is positive and normals point outwards", () => {
    for (const { name, positions, normals, indices } of glb.meshes) {
      let [volume, agreeing] = [0, 0];
      const corner = (values: Float32Array, at: number) =>
        values.subarray((indices[at] ?? 0) * 3, (indices[at] ?? 0) * 3 + 3);
      for (let at = 0; at < indices.length; at += 3) {
        const [a, b, c] = [corner(positions, at), corner(positions, at + 1), corner(positions, at + 2)];
        const [ax = 0, ay = 0, az = 0] = a;
        const [ux = 0, uy = 0, uz = 0] = b.map((value, axis) => value - (a[axis] ?? 0));
        const [vx = 0, vy = 0, vz = 0] = c.map((value, axis) => value - (a[axis] ?? 0));
        const face = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
        volume += (ax * face[0] + ay * face[1] + az * face[2]) / 6;
        const [nx = 0, ny = 0, nz = 0] = corner(normals, at);
        agreeing += face[0] * nx + face[1] * ny + face[2] * nz > -1e-9 ? 1 : 0;
      }
      expect(volume, name).toBeGreaterThan(0);
      expect(agreeing / (indices.length / 3), name).toBeGreaterThan(0.98);
    }
  });

  it("brings a slow turn and a wave of its arm", () => {
    expect(glb.json.animations.map(({ name }) => name)).toEqual(["turntable", "wave"]);
  });

  it("wears a coloured texture and rough cloth", () => {
    expect(glb.json.materials[0]?.pbrMetallicRoughness).toMatchObject({
      metallicFactor: 0,
      roughnessFactor: 0.6,
    });
  });
});

describe("a model of what nobody drew", () => {
  it("is a present with the word, and each word another", async () => {
    const first = await makeModel3d({ concept: "Zauberstein", seed: 1 }, nothing);
    expect(first.made).toBe("gift");
    expect(await validate(first.bytes)).toEqual([]);
    expect(first.bytes.length).toBeLessThan(500_000);
    const { meshes } = readGlb(first.bytes);
    expect(meshes.map(({ name }) => name)).toEqual(["wrapped-gift", "board", "word", "word from behind"]);
  });

  it("is a present alone when its letters are not known", async () => {
    const { meshes } = readGlb(await make({ concept: "ⵣⵣⵣ", seed: 1 }));
    expect(meshes.map(({ name }) => name)).toEqual(["wrapped-gift"]);
  });

  it("is a cushion of its picture when there is one", async () => {
    const picture = (await makePicture({ concept: "cow", seed: 1, width: 160, height: 96 })).bytes;
    const { bytes, made } = await makeModel3d({ concept: "Mon doudou", seed: 1, picture }, nothing);
    expect(made).toBe("cushion");
    expect(await validate(bytes)).toEqual([]);
    const { low, high } = readGlb(bytes).box();
    expect(((high[0] ?? 0) - (low[0] ?? 0)) / ((high[1] ?? 0) - (low[1] ?? 0))).toBeCloseTo(160 / 96, 1);
  });

  it("says so when the picture cannot be read", async () => {
    const picture = Buffer.from("no picture");
    await expect(makeModel3d({ concept: "Mon doudou", seed: 1, picture }, nothing)).rejects.toThrow(
      "The picture could not be read.",
    );
  });
});
