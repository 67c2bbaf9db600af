import { foldWord, LANGUAGES, type Language } from "../../art/catalogue.ts";
import { englishTunes } from "./english-tunes.ts";
import { frenchTunes } from "./french-tunes.ts";
import { germanTunes } from "./german-tunes.ts";
import type { Tune } from "./tune.ts";

/** Every tune that pieces may be built on. */
export const tunes: readonly Tune[] = [...frenchTunes, ...germanTunes, ...englishTunes];

/** The tune that a text asks for by name, in any of its languages; null when it names none. */
export function findTuneIn(text: string): Tune | null {
  const words = ` ${foldWord(text)} `;
  const isNamed = (tune: Tune) =>
    LANGUAGES.some((language) =>
      tune.titles[language]?.split("|").some((title) => words.includes(` ${foldWord(title)} `)),
    );
  return tunes.find(isNamed) ?? null;
}

/** Tunes for a mood and a theme, those first that are sung in the language. Each comes with how well it fits, above 0. */
export function suitableTunes(
  mood: string,
  theme: string | null,
  language: Language | null,
): { tune: Tune; fit: number }[] {
  return tunes.flatMap((tune) => {
    const isOfTheme = theme !== null && tune.themes.includes(theme);
    if (!tune.moods.includes(mood) || (tune.themes.length > 0 && !isOfTheme)) return [];
    const isSung = language !== null && tune.titles[language] !== undefined;
    return [{ tune, fit: (isOfTheme ? 3 : 1) * (language === null || isSung ? 2 : 0.5) }];
  });
}
