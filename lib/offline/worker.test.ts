import { beforeEach, expect, it, vi } from "vitest";
import { openCaches, openStudio, openWorker, pageRequest, published } from "../../tests/fixtures/device.ts";
import { shownUniverse } from "../../tests/fixtures/kept-universe.ts";
import { keep, keepList } from "./keep.ts";

const never = () => new AbortController().signal;
const film = shownUniverse().universe.assets[0]?.video_url ?? "";
const filmText = published("film of fox", "mp4").text;

let studio: ReturnType<typeof openStudio>;
let ask: (request: Request) => Promise<Response | null>;

beforeEach(async () => {
  const device = openCaches();
  studio = openStudio(new Map(shownUniverse().answers));
  vi.stubGlobal("caches", device);
  vi.stubGlobal("fetch", studio.fetch);
  await keep("animals", { signal: never() });
  studio.asked.length = 0;
  ask = openWorker(device, studio.fetch);
});

const navigate = (path: string) => ask(pageRequest(path, { mode: "navigate" }));
const part = (range: string) => ask(pageRequest(film, { headers: { range } }));

it("answers the page of a kept universe, and all its files, without the network", async () => {
  const { html, code, media } = shownUniverse();
  const page = await navigate("/u/animals?from=home");
  expect(await page?.text()).toBe(html);
  expect(page?.headers.get("content-security-policy")).toBe("b1");
  for (const url of [...code, ...media]) expect((await ask(pageRequest(url)))?.status, url).toBe(200);
  expect((await ask(pageRequest(`${code[0]}?dpl=7`)))?.status).toBe(200);
  expect(studio.asked).toEqual([]);
});

it("gives players the part of a film that they ask for", async () => {
  const seen = async (range: string) => {
    const answer = await part(range);
    return [answer?.status, answer?.headers.get("content-range"), await answer?.text()];
  };
  expect(await seen("bytes=0-")).toEqual([206, "bytes 0-10/11", filmText]);
  expect(await seen("bytes=5-6")).toEqual([206, "bytes 5-6/11", "of"]);
  expect(await seen("bytes=8-99")).toEqual([206, "bytes 8-10/11", "fox"]);
  expect(await seen("bytes=-3")).toEqual([206, "bytes 8-10/11", "fox"]);
  expect(await seen("bytes=-99")).toEqual([206, "bytes 0-10/11", filmText]);
  expect(await seen("bytes=11-")).toEqual([416, "bytes */11", ""]);
  expect(await seen("bytes=0-1,4-5")).toEqual([200, null, filmText]);
  expect((await part("bytes=5-6"))?.headers.get("content-length")).toBe("2");
});

it("leaves everything else to the network, and keeps none of it", async () => {
  expect(await ask(pageRequest("/api/drafts"))).toBeNull();
  expect(await ask(pageRequest("/u/animals/files"))).toBeNull();
  expect(await ask(pageRequest("https://elsewhere.test/media/x.webp"))).toBeNull();
  expect(await ask(new Request("https://studio.test/media/x.webp", { method: "HEAD" }))).toBeNull();
  expect((await navigate("/u/unknown"))?.status).toBe(404);
  expect((await ask(pageRequest("/media/00/unknown.webp")))?.status).toBe(404);
  expect(studio.asked).toEqual(["/u/unknown", "/media/00/unknown.webp"]);
});

it("leads to what is kept here when there is no network", async () => {
  const without = openWorker(caches, () => Promise.reject(new TypeError("no network")));
  const go = (path: string) => without(pageRequest(path, { mode: "navigate" }));
  await expect(go("/explore")).rejects.toThrow("no network");
  await keepList(never());
  expect((await go("/explore"))?.headers.get("location")).toBe("/u");
  expect((await go("/u/unknown"))?.headers.get("location")).toBe("/u");
  expect((await go("/u"))?.status).toBe(200);
  expect((await go("/u/animals"))?.status).toBe(200);
});

it("leads from a former address to the present one when there is no network", async () => {
  const moved = shownUniverse({ slug: "beasts" });
  for (const [path, answer] of moved.answers) studio.answers.set(path, answer);
  studio.answers.set("/u/animals/files", () => Response.json(moved.plan));
  await keep("animals", { signal: never() });
  const without = openWorker(caches, () => Promise.reject(new TypeError("no network")));
  const answer = await without(pageRequest("/u/animals", { mode: "navigate" }));
  expect(answer?.headers.get("location")).toBe("/u/beasts");
});

it("answers for a picture in any size with the one that it keeps", async () => {
  const [url = ""] = shownUniverse().media.filter((one) => one.endsWith(".webp"));
  const small = await ask(pageRequest(url.replace("/media/", "/media/w400/")));
  expect(await small?.text()).toBe(await (await ask(pageRequest(url)))?.text());
  expect(studio.asked).toEqual([]);
});
