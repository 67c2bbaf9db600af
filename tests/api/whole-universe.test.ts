import { expect, it } from "vitest";
import { readAudio } from "../../supabase/functions/_shared/audio.ts";
import { readVideo } from "../../supabase/functions/_shared/video.ts";
import { fetchPicture } from "../fixtures/pictures.ts";
import { call, untilEnded } from "../fixtures/studio.ts";
import { newEducator } from "../setup/stack.ts";

interface Card {
  names: Record<string, string | null>;
  image_url: string | null;
  video_url: string | null;
  texts: Record<string, { alt_text: string | null; fun_fact: string | null; story: string | null }>;
}

const bytesOf = async (url: string | null | undefined) =>
  new Uint8Array(await (await fetch(url ?? "no address")).arrayBuffer());

it("makes a whole universe: pictures, films, texts, music and a cover", {
  timeout: 330_000,
}, async () => {
  const educator = await newEducator("Nora");
  const { body: made } = await call<{ id: string }>(educator, "POST", "/api/drafts", {
    theme: "construction",
    count: 2,
    languages: ["de", "en"],
    pieces: ["image", "video", "text", "music", "cover"],
  });
  const { body: asked } = await call<{ jobId: string }>(
    educator,
    "POST",
    `/api/drafts/${made.id}/generate`,
    {},
  );
  expect(await untilEnded(educator, asked.jobId, 300)).toMatchObject({
    status: "completed",
    error_code: null,
  });
  const { body: cards } = await call<{ items: Card[] }>(educator, "GET", `/api/drafts/${made.id}/assets`);
  expect(cards.items).toHaveLength(2);
  for (const card of cards.items) {
    expect(await fetchPicture(card.image_url ?? "")).toMatchObject({ width: 1024, height: 1024 });
    const film = readVideo(await bytesOf(card.video_url));
    expect(film).toMatchObject({ width: 720, height: 720, codec: "avc1" });
    expect(Math.abs((film?.durationMs ?? 0) - 4000)).toBeLessThan(100);
    for (const language of ["de", "en"] as const)
      for (const text of ["alt_text", "fun_fact", "story"] as const)
        expect(card.texts[language]?.[text], `${card.names.en}: ${text} in ${language}`).toMatch(
          /\S{2}.*[.!?…]$/,
        );
  }
  const { body: draft } = await call<{ status: string; music_url: string; cover_url: string }>(
    educator,
    "GET",
    `/api/drafts/${made.id}`,
  );
  expect(draft.status).toBe("ready");
  expect(await fetchPicture(draft.cover_url)).toMatchObject({ width: 1200, height: 630 });
  const music = readAudio(await bytesOf(draft.music_url));
  expect(music?.mimeType).toBe("audio/mpeg");
  expect(music?.durationMs).toBeGreaterThan(19_000);
});
