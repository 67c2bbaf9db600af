import { languages } from "../contract/languages.ts";
import type { Card, Universe } from "../universes/schema.ts";

export interface PlannedFile {
  /** A path of this origin. */
  url: string;
  /** 0 where nobody knows. */
  bytes: number;
}

/** What a device needs of one release to show it whole without a network, beside the page and its code. */
export interface Plan {
  /** The present address, which may be newer than the one that was asked for. */
  slug: string;
  name: string;
  names: Universe["names"];
  release: number;
  /** Changes with the release, and with the code of the viewer. */
  version: string;
  cover: string | null;
  /** Of the universe as a whole. */
  shared: PlannedFile[];
  cards: { id: string; files: PlannedFile[] }[];
}

function filesOfCard({ image_url, video_url, model3d_url, speech }: Card): string[] {
  const all = [image_url, video_url, model3d_url, ...languages.map((code) => speech[code])];
  return [...new Set(all.filter((url) => url !== null))];
}

/** Every file of a universe that its page can ask for: those of all cards, then each card's. */
export function filesOf({ music_url, assets }: Universe): { shared: string[]; cards: string[][] } {
  return { shared: music_url ? [music_url] : [], cards: assets.map(filesOfCard) };
}

/** The plan of a universe as it is now; `bytesOf` tells how large a file is. */
export function planOf(universe: Universe, build: string, bytesOf: (url: string) => number): Plan {
  const { shared, cards } = filesOf(universe);
  const planned = (url: string): PlannedFile => ({ url, bytes: bytesOf(url) });
  return {
    slug: universe.slug,
    name: universe.name,
    names: universe.names,
    release: universe.release,
    version: `${universe.release}-${build}`,
    cover: universe.assets[0]?.image_url ?? null,
    shared: shared.map(planned),
    cards: universe.assets.map(({ id }, at) => ({ id, files: (cards[at] ?? []).map(planned) })),
  };
}

/** All files of a plan, each once: what the cards share comes first, then card after card. */
export function filesOfPlan({ shared, cards }: Pick<Plan, "shared" | "cards">): PlannedFile[] {
  const all = [...shared, ...cards.flatMap(({ files }) => files)];
  return [...new Map(all.map((file) => [file.url, file])).values()];
}
