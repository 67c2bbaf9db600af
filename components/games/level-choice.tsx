import { ArrowRight, Star } from "lucide-react";
import type { ViewerWords } from "@/components/viewer/types";
import type { Language } from "@/lib/contract/languages";
import { type Level, levels } from "@/lib/games/level";
import type { GameWords } from "./types";

interface LevelChoiceProps {
  title: string;
  words: GameWords;
  viewerWords: Record<Language, ViewerWords>;
  language: Language;
  /** The languages to choose the other one from; none where the game has only one. */
  partners: readonly Language[];
  partner: Language | undefined;
  onPartner: (language: Language) => void;
  onChoose: (level: Level) => void;
}

/** One, two or three stars; and with which other language. */
export function LevelChoice({
  title,
  words,
  viewerWords,
  language,
  partners,
  partner,
  onPartner,
  onChoose,
}: LevelChoiceProps) {
  const names: Record<Level, string> = { 1: words.levels.easy, 2: words.levels.medium, 3: words.levels.hard };
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-[3dvh] pt-16 low:pt-0">
      <h3 className="text-center text-[clamp(1.75rem,5vmin,3.5rem)] [text-shadow:0_2px_10px_rgb(0_0_0/.4)] low:text-xl">
        {title}
      </h3>
      {partners.length > 1 ? (
        <fieldset className="flex flex-wrap items-center justify-center gap-2 sm:gap-3">
          <legend className="sr-only">{words.partner}</legend>
          <span
            aria-hidden="true"
            className="hidden items-center gap-2 xs:flex font-bold font-display text-xl uppercase board:text-3xl"
          >
            {language}
            <ArrowRight className="size-6" />
          </span>
          {partners.map((code, at) => (
            <button
              key={code}
              type="button"
              lang={code}
              data-turn={10 + at}
              aria-label={viewerWords[code].language}
              aria-pressed={code === partner}
              onClick={() => onPartner(code)}
              className="grid size-16 place-items-center rounded-full border-3 border-white bg-black/45 font-bold font-display text-xl uppercase aria-pressed:bg-white aria-pressed:text-[#2c2148] board:size-20 board:text-3xl"
            >
              {code}
            </button>
          ))}
        </fieldset>
      ) : null}
      <div className="flex w-full flex-col items-center gap-3 sm:gap-5 landscape:flex-row landscape:items-stretch landscape:justify-center">
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            data-turn={level}
            onClick={() => onChoose(level)}
            className="flex w-[min(86vw,28rem)] flex-col items-center justify-center gap-1 rounded-[2rem] bg-white/92 px-5 py-4 text-[#2c2148] shadow-xl transition-transform active:scale-95 sm:py-7 landscape:w-[28vw] landscape:max-w-[30rem] board:py-14 low:py-2"
          >
            <span aria-hidden="true" className="flex text-[#b26a00]">
              {Array.from({ length: level }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a star is its place
                <Star key={at} className="size-12 fill-[#ffb833] sm:size-16 board:size-24 low:size-10" />
              ))}
            </span>
            <span className="font-bold font-display text-2xl leading-tight board:text-4xl">
              {names[level]}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
