import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import type { Asset, Draft } from "../../lib/drafts/schema.ts";
import type { Job } from "../../lib/jobs/schema.ts";
import type { LookedAtRelease, Publication, Release } from "../../lib/releases/schema.ts";
import { type Universe, type UniverseState, universeSchema } from "../../lib/universes/schema.ts";
import { freshWord } from "../fixtures/fresh-word.ts";
import { askPage } from "../fixtures/page-request.ts";
import { newEducator, signedInClient, stack } from "../setup/stack.ts";

let owner: string;
let stranger: string;
let admin: string;
let draft: Draft;
let slug: string;

interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

async function call<Body = { code?: string }>(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  const answer = await fetch(`${stack().status.studioUrl}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body instanceof Blob ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return {
    status: answer.status,
    body: (isJson && text ? JSON.parse(text) : {}) as Body,
    headers: answer.headers,
  };
}

/** Publishes and waits until it is out. */
async function publish(body: object): Promise<Job> {
  const { status, body: started } = await call<{ jobId: string }>(
    owner,
    "POST",
    `/api/drafts/${draft.id}/publish`,
    body,
  );
  expect(status).toBe(202);
  return vi.waitFor(
    async () => {
      const job = (await call<Job>(owner, "GET", `/api/jobs/${started.jobId}`)).body;
      expect(job.status).toBe("completed");
      return job;
    },
    { timeout: 90_000, interval: 200 },
  );
}

const universe = async (at = slug) =>
  universeSchema.parse((await call(null, "GET", `/api/universes/${at}`)).body);
const publication = async () =>
  (await call<Publication>(owner, "GET", `/api/drafts/${draft.id}/publish`)).body;
const statusOf = async (path: string) => (await call(null, "GET", path)).status;
/** The studio hears of it from the database, a moment later. */
const turns = (path: string, status: number) =>
  vi.waitFor(async () => expect(await statusOf(path)).toBe(status), { timeout: 60_000, interval: 200 });

beforeAll(async () => {
  owner = (await newEducator()).accessToken;
  stranger = (await newEducator()).accessToken;
  const { data } = await (await signedInClient("admin@studio.test")).auth.getSession();
  admin = data.session?.access_token ?? "";
  draft = (
    await call<Draft>(owner, "POST", "/api/drafts", { theme: "ocean", count: 2, languages: ["en", "de"] })
  ).body;
  slug = draft.slug;
  for (const [en, de, background] of [
    ["whale", "Wal", "#225577"],
    ["crab", "Krabbe", "#aa4422"],
  ] as const) {
    const card = await call<Asset>(owner, "POST", `/api/drafts/${draft.id}/assets`, {
      concept: en,
      names: { en, de },
    });
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const create = { width: 256, height: 256, channels: 3 as const, background, noise };
    const picture = new Blob([new Uint8Array(await sharp({ create }).webp().toBuffer())]);
    const path = `/api/drafts/${draft.id}/assets/${card.body.id}/files?piece=image`;
    expect(card).toMatchObject({ status: 201 });
    expect(await call(owner, "POST", path, picture)).toMatchObject({ status: 201 });
  }
});

it("shows what would be published and what is missing, and publishes nevertheless", async () => {
  const before = await publication();
  expect(before.live).toBeNull();
  expect(before.changes.added.map(({ after }) => after?.names.en)).toEqual(["whale", "crab"]);
  expect((await fetch(before.changes.added[0]?.after?.image_url ?? "")).status).toBe(200);
  expect(new Set(before.missing.map(({ kind }) => kind))).toEqual(new Set(["alt_text", "approval"]));
  expect(await call(stranger, "GET", `/api/drafts/${draft.id}/publish`)).toMatchObject({ status: 404 });
  const job = await publish({ visibility: "public" });
  expect(job).toMatchObject({ progress: 100, current_step: 3, total_steps: 3 });
  const shown = await universe();
  expect(shown).toMatchObject({ slug, release: 1, visibility: "public", theme: "ocean", music_url: null });
  expect(shown.assets[0]).toMatchObject({
    names: { en: "whale", de: "Wal" },
    speech: { fr: null },
    texts: { fr: null },
  });
  const picture = await fetch(shown.assets[0]?.image_url ?? "");
  expect([picture.status, picture.headers.get("content-type"), picture.headers.get("cache-control")]).toEqual(
    [200, "image/webp", "public, max-age=300, s-maxage=60, immutable"],
  );
});

it("names what the next release changes, and goes back to the one before in one step", async () => {
  const first = await universe();
  const [card] = first.assets;
  await call(owner, "PATCH", `/api/drafts/${draft.id}/assets/${card?.id}`, { names: { en: "blue whale" } });
  const { changes, live } = await publication();
  expect(live).toMatchObject({ number: 1, is_live: true });
  expect(changes).toMatchObject({ added: [], removed: [], moved: [], universe: [] });
  expect(changes.changed).toMatchObject([
    {
      asset_id: card?.id,
      fields: ["names"],
      before: { names: { en: "whale" } },
      after: { names: { en: "blue whale" } },
    },
  ]);
  await publish({ visibility: "public", notes: "A better name", override_reason: "The class begins" });
  expect((await universe()).assets[0]).toMatchObject({ id: card?.id, names: { en: "blue whale" } });
  const path = `/api/drafts/${draft.id}/releases`;
  const { items, total } = (await call<{ items: Release[]; total: number }>(owner, "GET", path)).body;
  expect([total, items.map(({ number, is_live, notes }) => [number, is_live, notes])]).toEqual([
    2,
    [
      [2, true, "A better name"],
      [1, false, null],
    ],
  ]);
  const looked = await call<LookedAtRelease>(owner, "GET", `${path}/${items[0]?.id}`);
  expect(looked.body).toMatchObject({ since: 1, release: { number: 2, gap_count: expect.any(Number) } });
  expect(looked.body.changes.changed).toMatchObject([
    { fields: ["names"], before: { names: { en: "whale" } } },
  ]);
  expect((await fetch(looked.body.changes.changed[0]?.before?.image_url ?? "")).status).toBe(200);
  expect((await fetch(items[1]?.thumbnail_url ?? "")).status).toBe(200);
  expect((await call(stranger, "GET", `${path}/${items[0]?.id}`)).status).toBe(404);
  expect((await call(stranger, "POST", `${path}/${items[1]?.id}/restore`)).status).toBe(404);
  expect(await call<Release>(owner, "POST", `${path}/${items[1]?.id}/restore`)).toMatchObject({
    status: 200,
    body: { number: 1, is_live: true },
  });
  expect(await universe()).toEqual(first);
});

it("serves files of its own names alone", async () => {
  const hash = "ab".repeat(32);
  for (const name of [
    `ab/${hash}.webp`,
    `ab/${hash}.webp%00`,
    `ab/${hash}`,
    `AB/${hash}.webp`,
    `x/${hash}.webp`,
    "%2e%2e/secret",
    "..%5csecret",
    "ab//secret.webp",
    `ab/${"a".repeat(1025)}.webp`,
    encodeURIComponent("e\u0301.webp"),
  ])
    expect([308, 400, 404], name).toContain(await statusOf(`/media/${name}`));
});

it("moves to another address, to which the one before leads, for programs and for children", async () => {
  const to = `my-ocean-${freshWord()}`;
  expect(await call<UniverseState>(owner, "PATCH", `/api/universes/${slug}`, { slug: to })).toMatchObject({
    status: 200,
    body: { slug: to, visibility: "public", release: 1 },
  });
  const api = await call(null, "GET", `/api/universes/${slug}`);
  expect([api.status, api.headers.get("location")]).toEqual([
    308,
    `${stack().status.studioUrl}/api/universes/${to}`,
  ]);
  const page = await call(null, "GET", `/u/${slug}`);
  expect([
    page.status,
    new URL(page.headers.get("location") ?? "", stack().status.studioUrl).pathname,
  ]).toEqual([308, `/u/${to}`]);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(await statusOf(`/u/${to}`)).toBe(200);
  expect(await call(stranger, "PATCH", `/api/universes/${to}`, { slug })).toMatchObject({ status: 403 });
  expect(await call(owner, "PATCH", `/api/universes/${to}`, { slug: "No Address" })).toMatchObject({
    status: 422,
  });
  slug = to;
});

it("is gone at once when it is taken back, with its files", async () => {
  const media = new URL((await universe()).assets[0]?.image_url ?? "").pathname;
  expect(await statusOf(media)).toBe(200);
  await call(owner, "PATCH", `/api/universes/${slug}`, { visibility: "private" });
  expect([await statusOf(`/api/universes/${slug}`), await statusOf(`/u/${slug}`)]).toEqual([404, 404]);
  await turns(media, 404);
  await call(owner, "PATCH", `/api/universes/${slug}`, { visibility: "public" });
  await turns(media, 200);
  expect(await statusOf(`/u/${slug}`)).toBe(200);
});

it("is reported by adults, hidden by an admin with its files, and shown again after its owner objected", async () => {
  const at = `/api/universes/${slug}`;
  const shelf = "/explore?page=20";
  const media = new URL((await universe()).assets[0]?.image_url ?? "").pathname;
  expect((await call(null, "POST", `${at}/reports`, { reason: "wrong" })).status).toBe(401);
  expect((await call(stranger, "POST", `${at}/reports`, { reason: "dull" })).status).toBe(422);
  const report = await call<{ id: string }>(stranger, "POST", `${at}/reports`, {
    reason: "wrong",
    details: "No fish.",
  });
  expect(report.status).toBe(201);
  expect((await call(stranger, "GET", "/api/reports")).status).toBe(403);
  const reports = await call<{ items: { id: string }[] }>(admin, "GET", "/api/reports?limit=100");
  expect(reports.body.items).toContainEqual(
    expect.objectContaining({ id: report.body.id, details: "No fish." }),
  );
  expect((await call(stranger, "PUT", `${at}/hiding`, { reason: "No" })).status).toBe(403);
  await expect.poll(async () => (await askPage(shelf)).body.toString()).toContain(`/u/${slug}"`);
  expect(await call(admin, "PUT", `${at}/hiding`, { reason: "A whale is no fish." })).toMatchObject({
    status: 200,
    body: { is_hidden: true },
  });
  expect([await statusOf(at), await statusOf(`/u/${slug}`)]).toEqual([404, 404]);
  expect((await askPage(shelf)).body.toString()).not.toContain(`/u/${slug}"`);
  await turns(media, 404);
  expect(await call(owner, "GET", `${at}/hiding`)).toMatchObject({ body: { reason: "A whale is no fish." } });
  expect((await call(owner, "POST", `${at}/appeal`, { text: "It says mammal." })).status).toBe(204);
  expect(await call(owner, "POST", `${at}/appeal`, { text: "Please." })).toMatchObject({ status: 409 });
  const hidden = await call<{ items: object[] }>(admin, "GET", "/api/hidden-universes");
  expect(hidden.body.items).toContainEqual(expect.objectContaining({ slug, appeal: "It says mammal." }));
  const review = await call<Universe>(admin, "GET", `${at}/review?release=1`);
  expect(review.body).toMatchObject({ slug, release: 1 });
  expect((await fetch(review.body.assets[0]?.image_url ?? "")).status).toBe(200);
  expect((await call(owner, "GET", `${at}/review`)).status).toBe(403);
  expect((await call(owner, "PATCH", `${at}/appeal`, { answer: "Yes" })).status).toBe(403);
  expect((await call(admin, "PATCH", `${at}/appeal`, { answer: "It says fish, too." })).status).toBe(204);
  expect(await call(admin, "PATCH", `${at}/appeal`, { answer: "Once." })).toMatchObject({ status: 409 });
  const told = await call<Draft>(owner, "GET", `/api/drafts/${draft.id}`);
  expect(told.body.hiding).toMatchObject({ answer: "It says fish, too.", ended_at: null });
  expect((await call(admin, "DELETE", `${at}/hiding`, { answer: "Mended." })).status).toBe(200);
  await turns(media, 200);
  expect((await call(owner, "GET", `${at}/hiding`)).status).toBe(404);
  const mine = { id: report.body.id, status: "upheld", shown_again_at: expect.any(String), slug };
  expect(await call(stranger, "GET", "/api/reports/mine")).toMatchObject({
    status: 200,
    body: { total: 1, items: [mine] },
  });
  expect((await call(null, "GET", "/api/reports/mine")).status).toBe(401);
  const trail = await call<{ items: { action: string }[] }>(
    admin,
    "GET",
    `/api/audit-entries?universe_id=${(await universe()).id}`,
  );
  expect(trail.body.items.map(({ action }) => action).slice(0, 4)).toEqual([
    "unhide",
    "refuse_appeal",
    "appeal",
    "hide",
  ]);
  expect((await call(owner, "GET", "/api/audit-entries")).status).toBe(403);
  expect((await call(admin, "PATCH", `/api/reports/${report.body.id}`, { status: "dismissed" })).status).toBe(
    409,
  );
});

it("that is unlisted has an address that nobody guesses, also for whoever knew the one before", async () => {
  await publish({ visibility: "unlisted" });
  const { body } = await call<Draft>(owner, "GET", `/api/drafts/${draft.id}`);
  expect(body.slug).toMatch(/-[0-9a-f]{32}$/);
  expect(await universe(body.slug)).toMatchObject({ visibility: "unlisted", release: 3 });
  expect(await statusOf(`/api/universes/${slug}`)).toBe(404);
  await turns(`/u/${slug}`, 404);
  expect(await statusOf(`/u/${body.slug}`)).toBe(200);
});
