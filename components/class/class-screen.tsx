"use client";

import { Settings, WifiOff } from "lucide-react";
import {
  type ComponentProps,
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import type { AdultCorner as Corner } from "@/components/viewer/adults/adult-corner";
import { RoundButton } from "@/components/viewer/round-button";
import type { ViewerProps } from "@/components/viewer/types";
import { useLessMotion, useSettings } from "@/components/viewer/use-settings";
import { Viewer } from "@/components/viewer/viewer";
import { asNobody } from "@/lib/class/as-nobody";
import { useAppearing, useRoomLive } from "@/lib/class/live";
import type { Entered } from "@/lib/class/schema";
import type { Language } from "@/lib/contract/languages";
import type { AnimalNames } from "./badges";
import { ClassOver } from "./class-over";
import { Eyes } from "./eyes";
import { LedDeck } from "./led-deck";
import { useWakeLock } from "./use-wake-lock";
import { Waiting } from "./waiting";

const AdultCorner = lazy<ComponentType<ComponentProps<typeof Corner>>>(() =>
  import("@/components/viewer/adults/adult-corner").then(
    (part) => ({ default: part.AdultCorner }),
    // Without a network the cards stay, and there are no settings.
    () => ({ default: () => null }),
  ),
);

interface ClassScreenProps {
  room: Entered;
  /** Which animal this screen is. */
  badge: number;
  classWords: { wait: string; you: string; eyes: string; over: string; more: string; lost: string };
  animals: AnimalNames;
  supabaseUrl: string;
  publishableKey: string;
  /** The cards, and what the whole viewer needs besides for when the children swipe on their own. */
  deck: ViewerProps;
}

/** A child's screen in a class: it does what the teacher leads it to, and needs no account. */
export function ClassScreen({
  room: first,
  badge,
  classWords,
  animals,
  supabaseUrl,
  publishableKey,
  deck,
}: ClassScreenProps) {
  const [connect] = useState(() => asNobody(supabaseUrl, publishableKey));
  const { room, state } = useRoomLive(connect, first);
  const [choice, setChoice] = useState<{ language: Language; instead: Language | null }>();
  const settings = useSettings();
  const isCalm = useLessMotion() || settings.isCalm;
  useAppearing(connect, room && first.key, { seat: first.seat, badge });
  const [isWithAdult, setWithAdult] = useState(false);
  useWakeLock();

  // A card that came with a newer release: the page is loaded anew, unless it was just loaded for this one.
  const cardId = room?.card_id ?? null;
  const isKnown = cardId === null || deck.cards.some(({ id }) => id === cardId);
  const readAgain = useEffectEvent(() => {
    if (!isKnown && cardId !== first.card_id) location.reload();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new card is what may be missing
  useEffect(() => readAgain(), [cardId]);

  if (!room) return <ClassOver words={classWords} slug={first.slug} />;
  // A child's own choice counts until the teacher leads in another language.
  const led = room.language && deck.languages.includes(room.language) ? room.language : null;
  if (choice && choice.instead !== led) setChoice(undefined);
  const language = choice?.language ?? led ?? deck.language;
  const isAway = state === "catching-up" || state === "offline";
  return (
    <>
      {room.mode === "free" ? (
        <Viewer {...deck} language={language} />
      ) : (
        <main data-class={room.mode} className="fixed inset-0 overflow-hidden">
          <div inert={room.mode === "eyes"} className="absolute inset-0">
            {room.card_id === null || !isKnown ? (
              <Waiting badge={badge} animals={animals} words={classWords} isCalm={isCalm} />
            ) : (
              <LedDeck
                name={deck.name}
                cards={deck.cards}
                languages={deck.languages}
                words={deck.words}
                cardId={room.card_id}
                language={language}
                onLanguage={(next) => setChoice({ language: next, instead: led })}
                isQuiet={!room.has_sound || room.mode === "eyes"}
              />
            )}
            {deck.adultWords ? (
              <div className="absolute top-[max(0.5rem,env(safe-area-inset-top))] right-3 sm:top-5 sm:right-5 low:top-2">
                <RoundButton
                  look="dark"
                  turn={40}
                  aria-label={deck.words[language].adults}
                  aria-haspopup="dialog"
                  onClick={() => setWithAdult(true)}
                >
                  <Settings aria-hidden="true" />
                </RoundButton>
              </div>
            ) : null}
          </div>
          {room.mode === "eyes" ? <Eyes text={classWords.eyes} isCalm={isCalm} /> : null}
        </main>
      )}
      <Suspense>
        {isWithAdult && deck.adultWords && room.mode !== "eyes" ? (
          <AdultCorner
            words={deck.adultWords}
            languages={deck.languages}
            languageNames={deck.words}
            isMusical={false}
            isMixed={false}
            onClose={() => setWithAdult(false)}
          />
        ) : null}
      </Suspense>
      {isAway ? (
        <p
          role="status"
          className="fixed inset-x-0 bottom-3 z-30 mx-auto flex w-fit items-center gap-2 rounded-full bg-black/60 px-4 py-2 font-semibold text-white"
        >
          <WifiOff aria-hidden="true" className="size-5" />
          {classWords.lost}
        </p>
      ) : null}
    </>
  );
}
