import type { Language } from "../contract/languages.ts";
import type { Asset } from "../drafts/schema.ts";
import { changeOf, isSame, leavesOf, type Path, valueAt, withValue } from "../edits/fields.ts";
import type { AssetPatch, EditAsset } from "./schema.ts";

/** One card of a change, and the card as the page showed it before. */
export interface CardEdit {
  id: string;
  patch: AssetPatch;
  expected: AssetPatch | undefined;
  before: Asset | undefined;
}

const own: Record<string, string> = { image_prompt: "own_image_prompt", video_prompt: "own_video_prompt" };
/** A change speaks of the card's own prompts; a card also shows what the universe's say. */
const shown = ([key = "", ...below]: Path): Path => [own[key] ?? key, ...below];

const silent = {
  speak_as: null,
  alt_text: null,
  fun_fact: null,
  story: null,
  needs_review: false,
  speech_path: null,
  speech_url: null,
};

/** What the card says in the fields that a change names. */
export function seenBy(asset: Asset, patch: AssetPatch): AssetPatch {
  return changeOf(patch, (path) => valueAt(asset, shown(path)));
}

function withLeaf(asset: Asset, path: Path, value: unknown, patch: AssetPatch): Asset {
  const [field, language] = path as [string, Language?];
  if (field === "names" && language) {
    const { [language]: text, ...others } = asset.texts;
    const named = withValue(asset, path, value);
    if (value === null) return { ...named, texts: others };
    if (isSame(asset.names[language], value)) return named;
    // How to say the old name is no help with the new one.
    const said = { ...silent, ...text, speak_as: null, needs_review: false };
    return { ...named, texts: { ...others, [language]: said } };
  }
  if (field === "texts" && language) {
    const text = { ...silent, ...asset.texts[language], ...patch.texts?.[language] };
    return { ...asset, texts: { ...asset.texts, [language]: text } };
  }
  const changed = withValue(asset, shown(path), value);
  return own[field] && value !== null ? withValue(changed, path, value) : changed;
}

/** The card as it will be with this change. Names come first, since their texts hang on them. */
export function withPatch(asset: Asset, patch: AssetPatch): Asset {
  const { names = {}, ...others } = patch;
  return [...leavesOf({ names }), ...leavesOf(others)].reduce(
    (card, [path, value]) => withLeaf(card, path, value, patch),
    asset,
  );
}

/** The card without a change that was refused: what says anything else by now stays. */
export function withoutPatch(asset: Asset, { patch, before }: CardEdit): Asset {
  if (!before) return asset;
  const refused = leavesOf(patch).filter(([path, value]) => isSame(valueAt(asset, shown(path)), value));
  const back = refused.reduce(
    (change, [path]) => withValue(change, path, valueAt(before, shown(path))),
    {} as AssetPatch,
  );
  const restored = withPatch(asset, back);
  const languages = refused.flatMap(([[field, language]]) =>
    field === "names" ? [language as Language] : [],
  );
  const texts = Object.fromEntries(
    languages.flatMap((code) => (before.texts[code] ? [[code, before.texts[code]]] : [])),
  );
  return {
    ...restored,
    texts: { ...restored.texts, ...texts },
    image_prompt: back.image_prompt === undefined ? restored.image_prompt : before.image_prompt,
    video_prompt: back.video_prompt === undefined ? restored.video_prompt : before.video_prompt,
  };
}

/** The change that takes a change back, compared with what that one made of the card. */
export function inverseOf({ patch, before, expected }: CardEdit, after: Asset): EditAsset | null {
  if (!before) return null;
  // What was expected is what stood there, also where the page had not heard of it yet.
  const was = expected ? withPatch(before, expected) : before;
  let back: AssetPatch = seenBy(was, patch);
  for (const [language, name] of Object.entries(patch.names ?? {}) as [Language, string | null][]) {
    const text = was.texts[language];
    if (!text || was.names[language] === null) continue;
    // A name that goes takes its texts along, and another name how the old one is said.
    const lost =
      name === null ? (["speak_as", "alt_text", "fun_fact", "story"] as const) : (["speak_as"] as const);
    for (const key of lost) {
      const value = text[key];
      if (value !== null) back = withValue(back, ["texts", language, key], value);
    }
  }
  return { ...back, expected: seenBy(after, back) };
}
