"use client";

import { ChevronLeft, ChevronRight, Volume2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Language } from "@/lib/contract/languages";
import { CardSlide } from "./card-slide";
import { EndSlide } from "./end-slide";
import { LanguageSwitch } from "./language-switch";
import { Steps } from "./steps";
import type { ViewerProps } from "./types";
import { useDeck } from "./use-deck";
import { useVoice } from "./use-voice";

const round =
  "grid place-items-center rounded-full text-[#2c2148] shadow-lg transition-transform active:scale-90 disabled:opacity-0 [&_svg]:size-8";

/** A deck of full-screen cards for a child. */
export function Viewer({ name, cards, languages, language: first, words }: ViewerProps) {
  const track = useRef<HTMLUListElement>(null);
  const [language, setLanguage] = useState(first);
  const [isReading, setIsReading] = useState(false);
  const { index, goTo, pointer } = useDeck(track, cards.length + 1);
  const { canSpeak, isSpeaking, speak, stop } = useVoice(language);
  const say = words[language];
  const card = cards[index];
  const nameOf = (one: (typeof cards)[number], wanted: Language) =>
    one.names[wanted] ?? languages.map((other) => one.names[other]).find(Boolean) ?? "";

  const handleListen = () => {
    if (!card) return;
    setIsReading(true);
    speak(nameOf(card, language));
  };

  // One voice at a time: a new card silences the last one, and is read when the child has asked for reading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new card or language speaks
  useEffect(() => {
    stop();
    if (!isReading || !card) return;
    const waiting = setTimeout(() => speak(nameOf(card, language)), 350);
    return () => clearTimeout(waiting);
  }, [index, language]);

  return (
    <main
      lang={language}
      aria-roledescription="carousel"
      aria-label={name}
      className="fixed inset-0 text-white [&_:focus-visible]:outline-white"
    >
      <h1 className="sr-only">{name}</h1>
      <ul
        ref={track}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be within reach of the keyboard
        tabIndex={0}
        {...pointer}
        className="flex size-full cursor-grab snap-x snap-mandatory touch-pan-x overflow-x-auto -outline-offset-4 overflow-y-hidden overscroll-none [scrollbar-width:none] data-dragging:cursor-grabbing data-dragging:snap-none [&::-webkit-scrollbar]:hidden"
      >
        {cards.map((one, place) => (
          <CardSlide
            key={one.id}
            card={one}
            name={nameOf(one, language)}
            language={language}
            isNear={Math.abs(place - index) <= 2}
            isShown={place === index}
            onTap={canSpeak ? handleListen : undefined}
          />
        ))}
        <EndSlide cards={cards} words={say} isShown={index === cards.length} onAgain={() => goTo(0)} />
      </ul>
      <div className="pointer-events-none absolute inset-x-0 top-0 flex flex-col gap-2 p-3 pt-[max(0.75rem,env(safe-area-inset-top))] *:pointer-events-auto sm:gap-3 sm:p-5">
        <Steps count={cards.length} index={index} label={say.progress} />
        <LanguageSwitch languages={languages} language={language} words={words} onChange={setLanguage} />
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-0 flex items-center justify-between p-4 pb-[max(1rem,env(safe-area-inset-bottom))] *:pointer-events-auto sm:p-6">
        <button
          type="button"
          className={`${round} size-14 bg-white/92 sm:size-16`}
          aria-label={say.previous}
          disabled={index === 0}
          onClick={() => goTo(index - 1)}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        {canSpeak && card ? (
          <button
            type="button"
            aria-label={say.listen}
            onClick={handleListen}
            data-speaking={isSpeaking || undefined}
            className={`${round} size-16 bg-[#ffb833] data-speaking:scale-110 sm:size-20`}
          >
            <Volume2 aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="button"
          className={`${round} size-14 bg-white/92 sm:size-16`}
          aria-label={say.next}
          disabled={!card}
          onClick={() => goTo(index + 1)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
      <p aria-live="polite" className="sr-only">
        {card ? nameOf(card, language) : say.end}
      </p>
    </main>
  );
}
