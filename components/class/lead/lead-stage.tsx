"use client";

import { ChevronLeft, ChevronRight, Eye, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { placeOfPicture } from "@/components/viewer/card-stage";
import { useSound } from "@/components/viewer/sound/use-sound";
import { linesOf, nameOf } from "@/components/viewer/spoken";
import type { Language } from "@/lib/contract/languages";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";

interface LeadStageProps {
  card: Card;
  place: number;
  total: number;
  language: Language;
  languages: Language[];
  onLanguage: (language: Language) => void;
  /** The screens look at their teacher, not at the card. */
  isEyes: boolean;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

const turn =
  "grid size-16 shrink-0 place-items-center rounded-full bg-sun text-[#2c2148] shadow-card active:scale-95 disabled:opacity-30 lg:size-20 board:size-24";

/** The card that is led to, as the teacher sees it: on a phone in the hand, or on the board before the class. */
export function LeadStage(props: LeadStageProps) {
  const { card, place, total, language, languages, onLanguage, isEyes, onPrevious, onNext } = props;
  const t = useTranslations("class.lead");
  const { sound, voice, isSpeaking, start, canSay } = useSound({
    isQuiet: false,
    isMusicOn: false,
    volume: 0,
  });
  const name = nameOf(card, language, languages);
  const lines = linesOf(card, [name]);
  const handleListen = () => {
    start();
    void sound.say(lines);
  };
  return (
    <section
      aria-label={t("card", { place, total })}
      className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3"
    >
      <div className="flex w-full items-center justify-center gap-[min(3vw,2rem)]">
        <button
          type="button"
          aria-label={t("previous")}
          aria-keyshortcuts="ArrowLeft"
          disabled={!onPrevious}
          onClick={onPrevious}
          className={turn}
        >
          <ChevronLeft aria-hidden="true" className="size-10" />
        </button>
        <div className="relative aspect-square w-[min(52vw,30dvh)] overflow-hidden rounded-[8%] border-6 border-surface bg-sunken shadow-lift sm:w-[min(56vw,42dvh)] lg:w-[min(44vw,56dvh)] low:w-[38dvh]">
          {card.image_url ? (
            <Picture
              key={card.id}
              src={card.image_url}
              srcSet={sizesOf(card.image_url)}
              sizes={placeOfPicture}
              alt={card.texts[name.language]?.alt_text ?? ""}
              loading="eager"
              width={1024}
              height={1024}
              className="size-full object-cover"
            />
          ) : null}
          {isEyes ? (
            <span className="absolute inset-0 grid place-items-center bg-[#1b2547]/75 text-white">
              <Eye aria-hidden="true" className="size-1/3" />
            </span>
          ) : null}
        </div>
        <button
          type="button"
          aria-label={t("next")}
          aria-keyshortcuts="ArrowRight"
          disabled={!onNext}
          onClick={onNext}
          className={turn}
        >
          <ChevronRight aria-hidden="true" className="size-10" />
        </button>
      </div>
      <div className="flex max-w-full items-center gap-3">
        <p
          aria-live="polite"
          lang={name.language}
          className="text-center font-bold font-display text-[clamp(1.75rem,min(7vw,7dvh),4.5rem)] leading-none wrap-anywhere"
        >
          {name.text}
        </p>
        {canSay(lines) ? (
          <button
            type="button"
            aria-label={t("listen")}
            data-speaking={isSpeaking || undefined}
            onClick={handleListen}
            className="grid size-12 shrink-0 place-items-center rounded-full border border-line bg-surface data-speaking:bg-sun-wash"
          >
            <Volume2 aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {languages.length > 1 ? (
        <div className="flex flex-wrap justify-center gap-1.5">
          {languages.map((code) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === language}
              onClick={() => onLanguage(code)}
              className="min-h-11 min-w-11 rounded-full px-3 font-bold text-ink-soft uppercase aria-pressed:bg-sun-wash aria-pressed:text-sun-ink"
            >
              {code}
            </button>
          ))}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useMediaCaption: a name that is written */}
      <audio ref={voice} data-sound="voice" preload="none" />
    </section>
  );
}
