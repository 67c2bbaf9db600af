import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Asset, Draft } from "../../lib/drafts/schema.ts";
import type { Version } from "../../lib/versions/schema.ts";
import { makeWav } from "../fixtures/media.ts";
import { newEducator, stack } from "../setup/stack.ts";

let token: string;
let strangerToken: string;
let draftId: string;
let cards: Asset[];

type Init = { method?: string; token?: string; body?: BodyInit; json?: unknown };
const call = (path: string, { json, token: by = token, ...init }: Init = {}) =>
  fetch(`${stack().status.studioUrl}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${by}`, ...(json ? { "content-type": "application/json" } : {}) },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
async function read<Answer>(path: string, init?: Init): Promise<Answer> {
  const answer = await call(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Answer>;
}
const refused = async (path: string, init?: Init) => {
  const answer = await call(path, init);
  const { code, errors } = (await answer.json()) as { code: string; errors?: { message: string }[] };
  return [answer.status, code, ...(errors ?? []).map(({ message }) => message)];
};
const finished = () =>
  vi.waitFor(async () => expect((await read<Draft>(`/drafts/${draftId}`)).status).toBe("ready"), {
    timeout: 150_000,
    interval: 500,
  });
const card = () => cards[0]?.id ?? "";
const file = (query: string, cardId = card()) => `/drafts/${draftId}/assets/${cardId}/files?${query}`;
const readCards = async () => (await read<{ items: Asset[] }>(`/drafts/${draftId}/assets`)).items;

async function photo(side = 600, edit: (image: Sharp) => Sharp = (image) => image.jpeg()) {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const canvas = { width: side, height: side, channels: 3 as const, background: { r: 0, g: 0, b: 0 } };
  const image = sharp({ create: { ...canvas, noise } }).withExif({
    IFD0: { ImageDescription: "Sonnenschein" },
  });
  return new Blob([new Uint8Array(await edit(image).toBuffer())]);
}

beforeAll(async () => {
  token = (await newEducator()).accessToken;
  strangerToken = (await newEducator()).accessToken;
  const json = { theme: "ocean", count: 2, pieces: ["image"] };
  draftId = (await read<Draft>("/drafts", { method: "POST", json })).id;
  await read(`/drafts/${draftId}/generate`, { method: "POST", json: {} });
  await finished();
  cards = await readCards();
}, 400_000);

describe("a picture of one's own", () => {
  it("is on the card at once, and knows no more where it was taken", async () => {
    const answer = await call(file("piece=image"), { method: "POST", body: await photo() });
    expect(answer.status).toBe(201);
    const asset = (await answer.json()) as Asset;
    expect(asset).toMatchObject({ id: card(), is_approved: false, stale: [] });
    const stored = await fetch(asset.image_url ?? "");
    const bytes = Buffer.from(await stored.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 600, height: 600 });
    expect(bytes.toString("latin1")).not.toContain("Sonnenschein");
    expect((await readCards())[0]?.image_path).toBe(asset.image_path);
  });

  it("is a version beside the one that was made, which can be had back", async () => {
    const list = `/drafts/${draftId}/assets/${card()}/versions?piece=image`;
    const { items, total } = await read<{ items: Version[]; total: number }>(list);
    expect(items.map(({ origin, is_current, width }) => [origin, is_current, width])).toEqual([
      ["uploaded", true, 600],
      ["made", false, 1024],
    ]);
    expect(total).toBe(2);
    expect((await fetch(items[1]?.url ?? "")).status).toBe(200);
    const back = `/drafts/${draftId}/assets/${card()}/versions/${items[1]?.id}/restore`;
    const asset = await read<Asset>(back, { method: "POST" });
    expect(asset.image_path).toBe(items[1]?.storage_path);
    expect(await refused(back, { method: "POST", token: strangerToken })).toEqual([404, "not_found"]);
  });

  it("is refused with what is wrong with it", async () => {
    const send = async (body: BodyInit, query = "piece=image") =>
      refused(file(query), { method: "POST", body });
    expect(await send("<svg/>".padEnd(99))).toEqual([422, "file_unusable", "unreadable"]);
    expect(await send(await photo(40))).toEqual([422, "file_unusable", "wrong_size"]);
    expect(await send(await photo(2100))).toEqual([422, "file_unusable", "wrong_size"]);
    const blank = await photo(600, (image) => image.linear(0, 255).png());
    expect(await send(blank)).toEqual([422, "file_unusable", "blank"]);
    expect(await send(new Uint8Array(10_485_761))).toEqual([413, "payload_too_large"]);
    expect((await send(await photo(), "piece=video")).slice(0, 2)).toEqual([422, "validation_failed"]);
    expect((await send(await photo(), "piece=image&language=de")).slice(0, 2)).toEqual([
      422,
      "validation_failed",
    ]);
  });

  it("is refused to whoever does not own the card", async () => {
    const body = await photo();
    expect(await refused(file("piece=image"), { method: "POST", body, token: strangerToken })).toEqual([
      404,
      "not_found",
    ]);
    expect(await refused(file("piece=image", crypto.randomUUID()), { method: "POST", body })).toEqual([
      404,
      "not_found",
    ]);
  });
});

describe("a voice of one's own", () => {
  it("says the name, and gives way when it is taken back", async () => {
    const body = new Blob([makeWav({ seconds: 1, sampleRate: 24_000 })]);
    const spoken = await read<Asset>(file("piece=speech&language=fr"), { method: "POST", body });
    expect(spoken.texts.fr?.speech_url).toMatch(/\.wav\?token=/);
    expect(spoken.texts.de?.speech_path).toBeNull();
    const list = await read<{ items: Version[] }>(
      `/drafts/${draftId}/assets/${card()}/versions?piece=speech&language=fr`,
    );
    expect(list.items).toMatchObject([{ origin: "uploaded", duration_ms: 1000, prompt: spoken.names.fr }]);
    const silent = await read<Asset>(file("piece=speech&language=fr"), { method: "DELETE" });
    expect(silent.texts.fr?.speech_path).toBeNull();
  });

  it("is refused with what is wrong with it", async () => {
    const send = (body: BodyInit, query = "piece=speech&language=fr") =>
      refused(file(query), { method: "POST", body });
    expect(await send(new Blob([makeWav({ seconds: 25 })]))).toEqual([422, "file_unusable", "wrong_length"]);
    expect(await send(await photo())).toEqual([422, "file_unusable", "unreadable"]);
    expect((await send("x", "piece=speech")).slice(0, 2)).toEqual([422, "validation_failed"]);
  });
});

it("the prompt of a picture is shown in its layers, and ends with what keeps it safe", async () => {
  const path = `/drafts/${draftId}/assets/${card()}/prompt?piece=image`;
  const { final, layers } = await read<{
    final: string;
    layers: { layer: string; text: string; is_used: boolean }[];
  }>(path);
  expect(layers.map(({ layer, is_used }) => [layer, is_used])).toEqual([
    ["theme", true],
    ["universe", false],
    ["card", false],
    ["safety", true],
  ]);
  expect(final).toBe(`${layers[0]?.text}. ${layers[3]?.text}`);
  expect(await refused(path, { token: strangerToken })).toEqual([404, "not_found"]);
});

it("music has versions too", async () => {
  const path = `/drafts/${draftId}/versions?piece=music`;
  for (let turn = 0; turn < 2; turn += 1) {
    await read(`/drafts/${draftId}/generate`, { method: "POST", json: { pieces: ["music"], asset_ids: [] } });
    await finished();
  }
  const { items } = await read<{ items: Version[] }>(path);
  expect(items.map(({ is_current }) => is_current)).toEqual([true, false]);
  const back = `/drafts/${draftId}/versions/${items[1]?.id}/restore`;
  expect((await read<Draft>(back, { method: "POST" })).music_path).toBe(items[1]?.storage_path);
  expect(await refused(back, { method: "POST", token: strangerToken })).toEqual([404, "not_found"]);
}, 400_000);
