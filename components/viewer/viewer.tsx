"use client";

import { lazy, type SetStateAction, Suspense, startTransition, useEffect, useRef, useState } from "react";
import type { Games as AnyGames } from "@/components/games/games";
import type { Language } from "@/lib/contract/languages";
import { BottomBar } from "./bottom-bar";
import { CardSlide } from "./card-slide";
import type { Piece } from "./card-stage";
import { EndSlide } from "./end-slide";
import { FactBubble } from "./fact-bubble";
import { LanguageSwitch } from "./language-switch";
import { stageLook } from "./look";
import "./offline/install-offer";
import { useSound } from "./sound/use-sound";
import { isPlayable, linesOf, mixed, namesOf, talesOf } from "./spoken";
import { TopBar } from "./top-bar";
import type { ViewerProps } from "./types";
import { useDeck } from "./use-deck";
import { useReading } from "./use-reading";
import { useLessMotion, useSettings } from "./use-settings";
import { useViewerKeys } from "./use-viewer-keys";

const AdultCorner = lazy(() =>
  import("./adults/adult-corner").then((part) => ({ default: part.AdultCorner })),
);
const Scanner = lazy(() => import("./adults/scanner").then((part) => ({ default: part.Scanner })));

/** Comes with the first touch, so a network that went away meanwhile must not take the cards along. */
const Keeper = lazy(() =>
  import("./offline/keeper").then(
    (part) => ({ default: part.Keeper }),
    () => ({ default: () => null }),
  ),
);

/** A deck of full-screen cards for a child. */
export function Viewer({
  name,
  cards,
  musicUrl,
  languages,
  language: first,
  words,
  gameWords,
  adultWords,
  shown,
}: ViewerProps) {
  const track = useRef<HTMLUListElement>(null);
  const settings = useSettings();
  const isCalm = useLessMotion() || settings.isCalm;
  const [language, setLanguage] = useState(first);
  const [deck, setDeck] = useState(cards);
  const [opened, setOpened] = useState<{ cardId: string; piece: Piece | "fact" } | null>(null);
  const [isWithAdult, setWithAdult] = useState(false);
  const [Games, setGames] = useState<typeof AnyGames | null>(null);
  const isAway = isWithAdult || Games !== null;
  const [isAwake, setAwake] = useState(false);
  const [musicWish, setMusicWish] = useState<boolean | null>(null);
  const isMusicOn = musicWish ?? settings.isMusicOn;
  const { sound, voice, music, isSpeaking, hasStarted, start, canSay } = useSound({
    isQuiet: settings.isQuiet,
    isMusicOn,
    volume: settings.volume / 10,
  });
  const { index, goTo, pointer } = useDeck(track, deck.length + 1, isCalm);

  const [hasKeeper, setKeeper] = useState(false);
  // The first picture comes alone: what is beside it and behind it follows with the scripts.
  useEffect(() => startTransition(() => setAwake(true)), []);

  const isTouched = hasStarted || index > 0;
  // A page that came from this device hears at once what has become of it.
  useEffect(() => {
    // What was touched answers first.
    if (isTouched || navigator.serviceWorker?.controller) startTransition(() => setKeeper(true));
  }, [isTouched]);

  // Every word of the page changes with it, so that the button answers first.
  const changeLanguage = (next: SetStateAction<Language>) => startTransition(() => setLanguage(next));

  const say = words[language];
  const second = settings.second && settings.second !== language ? [settings.second] : [];
  const namesHere = (card: (typeof cards)[number]) => namesOf(card, [language, ...second], languages);
  const slides = deck.map((one) => ({ one, names: namesHere(one) }));
  const card = deck[index];
  const lines = card ? linesOf(card, namesHere(card)) : [{ url: null, text: say.end, language }];
  const { startShow } = useReading({
    sound,
    lines,
    place: `${card?.id} ${language} ${settings.second} ${isAway}`,
    isOn: hasStarted && settings.isReading && !isAway,
    isLast: !card,
    onNext: () => goTo(index + 1),
  });

  const piece = card && opened?.cardId === card.id ? opened.piece : "picture";
  const tales = talesOf(card, language);
  const open = (next: Piece | "fact") => {
    if (!card) return;
    start();
    sound.stop();
    setOpened({ cardId: card.id, piece: next });
    if (next === "fact") void sound.say(tales.map((text) => ({ url: null, text, language })));
  };
  const listen = () => {
    start();
    setOpened(null);
    void sound.say(lines);
  };
  const onListen = card && canSay(lines) ? listen : undefined;
  const isMusical = musicUrl !== null && !settings.isQuiet;
  const onMusic = () => {
    setMusicWish(!hasStarted || !isMusicOn);
    start();
  };
  const onFact = () => {
    if (piece !== "fact") return open("fact");
    sound.stop();
    setOpened(null);
  };
  const goHome = (order: typeof cards) => {
    setDeck(order);
    setOpened(null);
    goTo(0);
  };
  const play = async () => {
    start();
    // Somewhere without a network the games may not be there: then the cards stay.
    const part = await import("@/components/games/games").catch(() => null);
    if (part) setGames(() => part.Games);
  };
  const onPlay = isPlayable(cards) ? play : undefined;
  useViewerKeys(start, {
    l: onListen,
    v: card?.video_url ? () => open("film") : undefined,
    t: card?.model3d_url ? () => open("figure") : undefined,
    i: tales.length > 0 ? onFact : undefined,
    m: isMusical ? onMusic : undefined,
    n: () => changeLanguage((now) => languages[(languages.indexOf(now) + 1) % languages.length] ?? now),
    x: () => setOpened(null),
  });

  return (
    <main
      lang={language}
      aria-roledescription="carousel"
      aria-label={name}
      data-size={settings.textSize}
      data-two={second.length > 0 || undefined}
      data-contrast={settings.hasContrast || undefined}
      data-calm={isCalm || undefined}
      data-scanned={settings.scanSeconds > 0 || undefined}
      className={stageLook}
    >
      <h1 className="sr-only">{name}</h1>
      <ul
        ref={track}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be within reach of the keyboard
        tabIndex={0}
        {...pointer}
        className="flex size-full cursor-grab font-display snap-x snap-mandatory touch-pan-x overflow-x-auto -outline-offset-4 overflow-y-hidden overscroll-none [scrollbar-width:none] data-dragging:cursor-grabbing data-dragging:snap-none [&::-webkit-scrollbar]:hidden"
      >
        {slides.map(({ one, names }, place) => {
          const isShown = place === index;
          const isNear = Math.abs(place - index) <= (isAwake ? 2 : 0);
          return (
            <CardSlide
              key={one.id}
              card={one}
              names={names}
              words={say}
              piece={isShown && piece !== "fact" ? piece : "picture"}
              sound={sound}
              isNear={isNear}
              hasEcho={isNear && isAwake}
              isShown={isShown}
              isCalm={isCalm}
              isWaiting={isNear && !hasStarted && onListen !== undefined}
              onTap={isShown ? onListen : undefined}
              onPiece={isShown ? open : undefined}
            />
          );
        })}
        <EndSlide
          cards={deck}
          words={say}
          isShown={!card}
          isCalm={isCalm}
          onAgain={() => goHome(deck)}
          onMix={() => goHome(mixed(deck))}
          onPlay={onPlay}
        />
      </ul>
      <TopBar
        count={deck.length}
        index={index}
        words={say}
        onPlay={onPlay}
        onAdults={adultWords ? () => setWithAdult(true) : undefined}
      >
        <LanguageSwitch languages={languages} language={language} words={words} onChange={changeLanguage} />
      </TopBar>
      {piece === "fact" && tales.length > 0 ? (
        <FactBubble texts={tales} lang={language} onClose={onFact} />
      ) : null}
      <BottomBar
        words={say}
        isSpeaking={isSpeaking}
        onListen={onListen}
        onPrevious={index > 0 ? () => goTo(index - 1) : undefined}
        onNext={card ? () => goTo(index + 1) : undefined}
        fact={tales.length > 0 ? { isOpen: piece === "fact", onToggle: onFact } : undefined}
        music={card && isMusical ? { isOn: hasStarted && isMusicOn, onToggle: onMusic } : undefined}
      />
      <p aria-live="polite" className="sr-only font-display">
        {card
          ? namesHere(card)
              .map(({ text }) => text)
              .join(", ")
          : say.end}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: a name that is written, and music */}
      <audio ref={voice} data-sound="voice" preload="none" />
      {musicUrl ? (
        // biome-ignore lint/a11y/useMediaCaption: music
        <audio ref={music} data-sound="music" src={musicUrl} loop preload="none" />
      ) : null}
      {Games ? (
        <Games
          cards={cards}
          languages={languages}
          language={language}
          second={settings.second}
          gameWords={gameWords}
          viewerWords={words}
          sound={sound}
          canSay={canSay}
          onClose={() => setGames(null)}
        />
      ) : null}
      {/* Apart, so that the settings stay in sight while what was switched on in them is on its way. */}
      <Suspense>
        {settings.scanSeconds > 0 ? <Scanner seconds={settings.scanSeconds} isPaused={isSpeaking} /> : null}
      </Suspense>
      <Suspense>
        {shown && hasKeeper ? (
          <Keeper {...shown} index={index} count={deck.length} label={say.newCards} />
        ) : null}
        {isWithAdult && adultWords ? (
          <AdultCorner
            words={adultWords}
            languages={languages}
            languageNames={words}
            shown={shown}
            isMusical={musicUrl !== null}
            isMixed={deck !== cards}
            onShow={startShow}
            onMix={() => goHome(deck === cards ? mixed(cards) : cards)}
            onClose={() => setWithAdult(false)}
          />
        ) : null}
      </Suspense>
    </main>
  );
}
