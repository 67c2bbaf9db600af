import { headers } from "next/headers";
import { getLocale, getMessages } from "next-intl/server";
import type { GameWords } from "@/components/games/types";
import { Backdrop } from "@/components/viewer/backdrop";
import type { ViewerProps, ViewerWords } from "@/components/viewer/types";
import { Viewer } from "@/components/viewer/viewer";
import { type Language, languages } from "@/lib/contract/languages";
import type { Universe } from "@/lib/universes/schema";

async function wordsOf(language: Language): Promise<ViewerWords> {
  return (await getMessages({ locale: language })).viewer;
}

/** Of the games: only in the languages that its cards are shown in. */
async function gameWordsOf(shown: readonly Language[]): Promise<Partial<Record<Language, GameWords>>> {
  const words = shown.map(async (language) => [language, (await getMessages({ locale: language })).games]);
  return Object.fromEntries(await Promise.all(words));
}

interface DeckProps {
  universe: Universe;
  isPublished?: boolean;
  /** On somebody else's page: nothing leads away, and nothing is chosen for this device. */
  isEmbedded?: boolean;
}

/** What the viewer is given to show a universe in the language of this request, with its words in all others. */
export async function viewerProps({ universe, isPublished, isEmbedded }: DeckProps): Promise<ViewerProps> {
  const [locale, { viewerAdults }, gameWords, ...words] = await Promise.all([
    getLocale(),
    getMessages(),
    gameWordsOf(universe.languages),
    ...languages.map(wordsOf),
  ]);
  const language = universe.languages.includes(locale) ? locale : (universe.languages[0] ?? locale);
  return {
    name: universe.names[language] ?? universe.name,
    cards: universe.assets,
    musicUrl: universe.music_url,
    languages: universe.languages,
    language,
    adultWords: isEmbedded ? null : viewerAdults,
    gameWords,
    shown: isPublished ? { slug: universe.slug, release: universe.release } : undefined,
    words: Object.fromEntries(languages.map((code, index) => [code, words[index]])) as Record<
      Language,
      ViewerWords
    >,
  };
}

/** One universe as children see it: a release, or a draft that may become one. */
export async function Deck(props: DeckProps) {
  const { background_color, assets } = props.universe;
  const [list, deck] = await Promise.all([headers(), viewerProps(props)]);
  return (
    <>
      <Backdrop color={background_color} cards={assets} nonce={list.get("x-nonce") ?? undefined} />
      <Viewer {...deck} />
    </>
  );
}
