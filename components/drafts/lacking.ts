import { type Piece, universePieces } from "@/lib/contract/jobs";
import type { Asset, Draft } from "@/lib/drafts/schema";

/** Of a card: whether a piece was never made. Voices and names are not waited for here. */
const lacks: Partial<Record<Piece, (asset: Asset, draft: Draft) => boolean>> = {
  image: ({ image_path }) => !image_path,
  video: ({ video_path }) => !video_path,
  model3d: ({ model3d_path }) => !model3d_path,
  text: ({ names, texts }, { languages }) =>
    languages.some((language) => names[language] && !texts[language]?.alt_text),
};

/** Whether a draft has yet to be made, wholly or in part, of what it is to be made of; what failed is tried again elsewhere. */
export function lacksSomething(draft: Draft, assets: readonly Asset[]): boolean {
  const { pieces } = draft;
  if (assets.length === 0) return true;
  if (universePieces.some((piece) => pieces.includes(piece) && !draft[`${piece}_path`])) return true;
  return assets.some(
    (asset) => asset.error_code === null && pieces.some((piece) => lacks[piece]?.(asset, draft)),
  );
}
