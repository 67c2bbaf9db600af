import { expect, it } from "vitest";
import { freshWord } from "../fixtures/fresh-word.ts";
import { fetchPicture, visibleDifference } from "../fixtures/pictures.ts";
import { type AssetAnswer, call, untilEnded } from "../fixtures/studio.ts";
import { anonClient, newEducator, serviceClient, stack } from "../setup/stack.ts";

interface Change {
  table: string;
  operation: string;
  sequence: number;
  record: Record<string, unknown>;
}

it("takes a new educator from a theme to a published universe, with no polling", {
  timeout: 300_000,
}, async () => {
  const educator = await newEducator("Nora");
  const word = freshWord();
  const created = await call<{ id: string; slug: string; status: string }>(educator, "POST", "/api/drafts", {
    theme: "ocean",
    name: `Ocean ${word}`,
    count: 10,
    pieces: ["image"],
  });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ theme: "ocean", status: "draft", progress: 0, count: 10 });
  const draftId = created.body.id;

  const changes: Change[] = [];
  let finish: () => void = () => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  await educator.client.realtime.setAuth(educator.accessToken);
  const channel = educator.client.channel(`draft:${draftId}`, { config: { private: true } });
  channel.on("broadcast", { event: "*" }, ({ payload }) => {
    changes.push(payload as Change);
    if (payload.table === "drafts" && payload.record.status === "ready") finish();
  });
  await new Promise<void>((done, fail) =>
    channel.subscribe((status, error) => {
      if (status === "SUBSCRIBED") done();
      else fail(error ?? new Error(status));
    }),
  );

  const generate = await call<{ jobId: string }>(educator, "POST", `/api/drafts/${draftId}/generate`, {});
  expect(generate.status).toBe(202);
  await finished;

  const sequences = changes.map((change) => change.sequence);
  expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
  const pictured = new Set(
    changes.filter((c) => c.table === "draft_assets" && c.record.image_path).map((c) => c.record.id),
  );
  expect(pictured.size).toBe(10);

  const { body: cards } = await call<{ items: AssetAnswer[]; total: number }>(
    educator,
    "GET",
    `/api/drafts/${draftId}/assets`,
  );
  expect(cards.total).toBe(10);
  for (const card of cards.items)
    for (const language of ["fr", "en", "es", "it", "de"] as const)
      expect(card.names[language], `${card.id} in ${language}`).toMatch(/\S/);
  for (const language of ["fr", "en", "es", "it", "de"] as const)
    expect(new Set(cards.items.map((card) => card.names[language])).size).toBe(10);
  const pictures = await Promise.all(cards.items.map((card) => fetchPicture(card.image_url ?? "")));
  for (const picture of pictures)
    expect(picture).toMatchObject({ width: 1024, height: 1024, format: "webp" });
  expect(new Set(pictures.map((picture) => picture.sha256)).size).toBe(10);

  const stranger = await newEducator("Stranger");
  for (const [method, path] of [
    ["GET", `/api/drafts/${draftId}`],
    ["GET", `/api/drafts/${draftId}/assets`],
    ["GET", `/api/drafts/${draftId}/status`],
    ["DELETE", `/api/drafts/${draftId}`],
    ["POST", `/api/drafts/${draftId}/generate`],
    ["GET", `/api/jobs/${generate.body.jobId}`],
    ["DELETE", `/api/jobs/${generate.body.jobId}`],
  ] as const) {
    expect((await call(stranger, method, path)).status, `stranger ${method} ${path}`).toBe(404);
    expect((await call(null, method, path)).status, `nobody ${method} ${path}`).toBe(401);
  }
  expect((await call(null, "GET", `/api/universes/${created.body.slug}`)).status).toBe(404);
  const { data: paths } = await serviceClient()
    .from("draft_asset_versions")
    .select("storage_path")
    .eq("asset_id", cards.items[0]?.id ?? "");
  const path = paths?.[0]?.storage_path ?? "";
  expect((await educator.client.storage.from("draft-media").download(path)).error).toBeNull();
  for (const client of [stranger.client, anonClient()]) {
    expect((await client.storage.from("draft-media").download(path)).error).not.toBeNull();
    expect((await client.storage.from("draft-media").createSignedUrl(path, 60)).error).not.toBeNull();
    expect((await client.storage.from("draft-media").list(educator.id)).data ?? []).toEqual([]);
  }

  const [card] = cards.items;
  const [before] = pictures;
  if (!card || !before) throw new Error("no card");
  const again = await call<{ jobId: string }>(
    educator,
    "PATCH",
    `/api/drafts/${draftId}/assets/${card.id}/regenerate`,
    { prompt: `${card.image_prompt}, at night under the stars` },
  );
  expect(again.status).toBe(202);
  expect(await untilEnded(educator, again.body.jobId)).toMatchObject({ status: "completed", progress: 100 });
  const { body: after } = await call<{ items: AssetAnswer[] }>(
    educator,
    "GET",
    `/api/drafts/${draftId}/assets`,
  );
  const redrawn = await fetchPicture(after.items.find((one) => one.id === card.id)?.image_url ?? "");
  expect(await visibleDifference(before.bytes, redrawn.bytes)).toBeGreaterThan(12);

  const publish = await call<{ jobId: string }>(educator, "POST", `/api/drafts/${draftId}/publish`, {
    visibility: "public",
  });
  expect(publish.status).toBe(202);
  expect(await untilEnded(educator, publish.body.jobId)).toMatchObject({ status: "completed" });
  const universe = await call<{ assets: AssetAnswer[]; release: number }>(
    null,
    "GET",
    `/api/universes/${created.body.slug}`,
  );
  expect(universe.status).toBe(200);
  expect(universe.body.assets.length).toBe(10);
  const published = await fetchPicture(universe.body.assets[0]?.image_url ?? "");
  expect(published.sha256).toBe(redrawn.sha256);
  const page = await fetch(`${stack().status.studioUrl}/u/${created.body.slug}`);
  expect(page.status).toBe(200);
  expect(page.headers.getSetCookie()).toEqual([]);
  const search = `/api/universes?search=${word}`;
  const list = await call<{ items: { slug: string }[]; total: number }>(null, "GET", search);
  expect(list.body.items.map((item) => item.slug)).toEqual([created.body.slug]);
});
