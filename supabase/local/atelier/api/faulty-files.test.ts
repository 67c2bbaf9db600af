import sharp from "sharp";
import { expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";
import type { FaultOrder } from "./fault-kinds.ts";

const input = { prompt: "a cat", width: 128, height: 128, num_outputs: 2, seed: 1 };

async function makeWith(fault: FaultOrder) {
  const opened = await openAtelier();
  await opened.order(fault);
  const made = await opened.client.predictions.create({ model: "atelier/picture", input, wait: true });
  return { opened, output: made.output as string[] };
}

it.each([
  ["output-404", 404, ""],
  ["output-empty", 200, "image/webp"],
  ["output-html", 200, "image/webp"],
  ["output-svg", 200, "image/webp"],
] as const)(
  "serves %s",
  async (kind, status, type) => {
    const { opened, output } = await makeWith({ kind });
    await using _closed = opened;
    const response = await fetch(String(output[0]));
    expect(response.status).toBe(status);
    const text = await response.text();
    if (kind === "output-empty") expect(text).toBe("");
    if (kind === "output-html") expect(text).toContain("<html");
    if (kind === "output-svg") expect(text).toContain("<script>");
    if (type) expect(response.headers.get("content-type")).toBe(type);
  },
  30_000,
);

it("breaks off in the middle of a file", async () => {
  const { opened, output } = await makeWith({ kind: "output-truncated" });
  await using _closed = opened;
  const response = await fetch(String(output[0]));
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
});

it("sends more bytes than anyone wants", async () => {
  const { opened, output } = await makeWith({ kind: "output-too-large", bytes: 3_000_000 });
  await using _closed = opened;
  expect((await (await fetch(String(output[0]))).arrayBuffer()).byteLength).toBeGreaterThanOrEqual(3_000_000);
});

it.each([
  ["output-huge-dimensions", 30_000],
  ["output-black", 1_024],
] as const)(
  "serves a valid black picture for %s",
  async (kind, side) => {
    const { opened, output } = await makeWith({ kind });
    await using _closed = opened;
    const bytes = Buffer.from(await (await fetch(String(output[0]))).arrayBuffer());
    expect(bytes.length).toBeLessThan(500_000);
    const image = sharp(bytes, { limitInputPixels: false });
    expect(await image.metadata()).toMatchObject({ format: "png", width: side, height: side });
    if (kind === "output-black") expect((await image.stats()).channels[0]?.max).toBe(0);
  },
  30_000,
);

it("serves an animation", async () => {
  const { opened, output } = await makeWith({ kind: "output-animated" });
  await using _closed = opened;
  const bytes = Buffer.from(await (await fetch(String(output[0]))).arrayBuffer());
  expect(await sharp(bytes, { animated: true }).metadata()).toMatchObject({ format: "webp", pages: 2 });
});

it("redirects to this machine", async () => {
  const { opened, output } = await makeWith({ kind: "output-redirect" });
  await using _closed = opened;
  const response = await fetch(String(output[0]), { redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toContain("127.0.0.1");
});

it("names files on another host, or only some of the files", async () => {
  const foreign = await makeWith({ kind: "foreign-host", url: "https://elsewhere.example" });
  await using _first = foreign.opened;
  expect(foreign.output.every((url) => url.startsWith("https://elsewhere.example/files/"))).toBe(true);
  const missing = await makeWith({ kind: "missing-outputs" });
  await using _second = missing.opened;
  expect(missing.output).toHaveLength(1);
});
