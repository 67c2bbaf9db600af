import { type Asset, assetSchema } from "../../drafts/schema.ts";

/** A finished card of a draft, for tests. */
export const whale: Asset = assetSchema.parse({
  id: "00000000-0000-4000-8000-00000000000a",
  draft_id: "00000000-0000-4000-8000-000000000001",
  sort_order: 0,
  concept: "whale",
  status: "ready",
  progress: 100,
  names: { fr: "baleine", en: "whale", es: null, it: "balena", de: "Wal" },
  image_prompt: "A friendly whale",
  own_image_prompt: null,
  video_prompt: "The whale swims",
  own_video_prompt: null,
  is_approved: false,
  image_path: "one/whale.webp",
  image_url: "http://storage/one",
  video_path: null,
  video_url: null,
  model3d_path: null,
  model3d_url: null,
  texts: {
    de: {
      speak_as: "Waal",
      alt_text: "Ein Wal.",
      fun_fact: null,
      story: null,
      needs_review: true,
      speech_path: null,
      speech_url: null,
    },
  },
  stale: [],
  error_code: null,
  error_message: null,
  updated_at: "2026-01-01T00:00:00Z",
});
