import { Volume2 } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { CardSlide } from "@/components/viewer/card-slide";
import { LanguageSwitch } from "@/components/viewer/language-switch";
import { stageLook } from "@/components/viewer/look";
import { RoundButton } from "@/components/viewer/round-button";
import { useSound } from "@/components/viewer/sound/use-sound";
import { linesOf, namesOf } from "@/components/viewer/spoken";
import type { ViewerProps } from "@/components/viewer/types";
import { useReading } from "@/components/viewer/use-reading";
import { useLessMotion, useSettings } from "@/components/viewer/use-settings";
import type { Language } from "@/lib/contract/languages";

interface LedDeckProps extends Pick<ViewerProps, "name" | "cards" | "languages" | "words"> {
  cardId: string | null;
  language: Language;
  onLanguage: (language: Language) => void;
  isQuiet: boolean;
}

const nothing = () => {};

/** The teacher's card. It comes by itself; a child chooses the language, and listens where the class may be heard. */
export function LedDeck({
  name,
  cards,
  languages,
  words,
  cardId,
  language,
  onLanguage,
  isQuiet,
}: LedDeckProps) {
  const track = useRef<HTMLUListElement>(null);
  const settings = useSettings();
  const isCalm = useLessMotion() || settings.isCalm;
  const isSilent = isQuiet || settings.isQuiet;
  const { sound, voice, isSpeaking, hasStarted, start, canSay } = useSound({
    isQuiet: isSilent,
    isMusicOn: false,
    volume: 0,
  });
  const index = cards.findIndex(({ id }) => id === cardId);
  const card = cards[index];
  const second = settings.second && settings.second !== language ? [settings.second] : [];
  const namesHere = (one: (typeof cards)[number]) => namesOf(one, [language, ...second], languages);
  const lines = card ? linesOf(card, namesHere(card)) : [];
  useReading({
    sound,
    lines,
    place: `${cardId} ${language} ${settings.second}`,
    isOn: hasStarted && !isSilent,
    isLast: true,
    onNext: nothing,
  });
  const startAgain = useEffectEvent(start);

  // A page that was touched before may be heard, as browsers see it.
  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive) startAgain();
  }, []);

  const shown = useRef(-1);
  const arrive = useEffectEvent(() => {
    const element = track.current;
    if (!element || index < 0) return;
    const isNext = Math.abs(index - shown.current) === 1;
    shown.current = index;
    element.scrollTo({
      left: index * element.clientWidth,
      behavior: isNext && !isCalm ? "smooth" : "instant",
    });
  });
  // The row follows the teacher, and the size of the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new card is what it goes to
  useEffect(() => arrive(), [index]);
  useEffect(() => {
    const listen = () => {
      shown.current = -1;
      arrive();
    };
    window.addEventListener("resize", listen);
    return () => window.removeEventListener("resize", listen);
  }, []);

  const listen = () => {
    start();
    void sound.say(lines);
  };
  const onListen = card && canSay(lines) ? listen : undefined;
  const say = words[language];
  return (
    <div
      lang={language}
      data-size={settings.textSize}
      data-two={second.length > 0 || undefined}
      data-contrast={settings.hasContrast || undefined}
      data-calm={isCalm || undefined}
      className={stageLook}
    >
      <h1 className="sr-only">{name}</h1>
      <ul ref={track} className="flex size-full overflow-hidden">
        {cards.map((one, place) => (
          <CardSlide
            key={one.id}
            card={{ ...one, video_url: null, model3d_url: null }}
            names={namesHere(one)}
            words={say}
            piece="picture"
            sound={sound}
            isNear={Math.abs(place - index) <= 2}
            hasEcho={Math.abs(place - index) <= 2}
            isShown={place === index}
            isCalm={isCalm}
            isWaiting={!hasStarted && onListen !== undefined}
            onTap={onListen}
            onPiece={nothing}
          />
        ))}
      </ul>
      <div className="pointer-events-none absolute inset-x-0 top-0 p-3 pt-[calc(max(0.5rem,env(safe-area-inset-top))+3.75rem)] *:pointer-events-auto *:mx-auto *:w-fit sm:p-5 low:p-2 low:*:mr-15">
        <LanguageSwitch languages={languages} language={language} words={words} onChange={onLanguage} />
      </div>
      {onListen ? (
        <div className="absolute inset-x-0 bottom-0 flex justify-center p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:p-6">
          <RoundButton
            look="sun"
            turn={1}
            aria-label={say.listen}
            data-speaking={isSpeaking || undefined}
            onClick={listen}
          >
            <Volume2 aria-hidden="true" />
          </RoundButton>
        </div>
      ) : null}
      <p aria-live="polite" className="sr-only">
        {card
          ? namesHere(card)
              .map(({ text }) => text)
              .join(", ")
          : ""}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: a name that is written */}
      <audio ref={voice} data-sound="voice" preload="none" />
    </div>
  );
}
