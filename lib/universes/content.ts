import { z } from "zod";
import { type Language, languages } from "../contract/languages.ts";
import { type Card, cardWordsSchema, type Universe, universeSchema, universeWordsSchema } from "./schema.ts";

const path = z.string().nullable();

/** A universe as the database answers it, published or in preview: keys of Storage in place of addresses. */
const contentSchema = universeWordsSchema.extend({
  cover_path: path,
  logo_path: path,
  poster_path: path,
  music_path: path,
  assets: z.array(
    cardWordsSchema.extend({
      image_path: path,
      video_path: path,
      model3d_path: path,
      speech: z.record(z.enum(languages), path),
    }),
  ),
});
type Content = z.infer<typeof contentSchema>;

/** Gives the address of a file; null stays null. */
export type AddressOf = (path: string | null) => string | null;

/** Published files are served from the studio's own origin. */
export const mediaUrl: AddressOf = (path) => path && `/media/${path}`;

function inEachLanguage(speech: Record<Language, string | null>, addressOf: AddressOf) {
  const spoken = languages.map((code) => [code, addressOf(speech[code])]);
  return Object.fromEntries(spoken) as Record<Language, string | null>;
}

function withAddresses(content: Content, addressOf: AddressOf): Universe {
  const { cover_path, logo_path, poster_path, music_path, assets, ...words } = content;
  return {
    ...words,
    cover_url: addressOf(cover_path),
    logo_url: addressOf(logo_path),
    poster_url: addressOf(poster_path),
    music_url: addressOf(music_path),
    assets: assets.map(({ image_path, video_path, model3d_path, speech, ...card }) => ({
      ...card,
      image_url: addressOf(image_path),
      video_url: addressOf(video_path),
      model3d_url: addressOf(model3d_path),
      speech: inEachLanguage(speech, addressOf),
    })),
  };
}

/** Every file of the record, each once. */
function filesOf({ cover_path, logo_path, poster_path, music_path, assets }: Content): string[] {
  const ofCards = assets.flatMap(({ image_path, video_path, model3d_path, speech }) => [
    image_path,
    video_path,
    model3d_path,
    ...Object.values(speech),
  ]);
  const all = [cover_path, logo_path, poster_path, music_path, ...ofCards];
  return [...new Set(all.filter((one) => one !== null))];
}

/** The universe that a record of the database describes. `open` is told all its files at once and then each one's address is asked for. */
export async function readContent(
  record: unknown,
  open: (paths: string[]) => AddressOf | Promise<AddressOf>,
): Promise<Universe> {
  const content = contentSchema.parse(record);
  return withAddresses(content, await open(filesOf(content)));
}

/** The same universe with whole addresses, for callers that are not on one of our pages. */
export function withOrigin(universe: Universe, origin: string): Universe {
  const absolute: AddressOf = (url) => url && new URL(url, origin).href;
  const card = (one: Card): Card => ({
    ...one,
    image_url: absolute(one.image_url),
    video_url: absolute(one.video_url),
    model3d_url: absolute(one.model3d_url),
    speech: inEachLanguage(one.speech, absolute),
  });
  return universeSchema.parse({
    ...universe,
    cover_url: absolute(universe.cover_url),
    logo_url: absolute(universe.logo_url),
    poster_url: absolute(universe.poster_url),
    music_url: absolute(universe.music_url),
    assets: universe.assets.map(card),
  });
}
