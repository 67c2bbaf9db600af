import { ChevronLeft, ChevronRight, Lightbulb, Music, Volume2 } from "lucide-react";
import { RoundButton } from "./round-button";
import type { ViewerWords } from "./types";

interface BottomBarProps {
  words: ViewerWords;
  isSpeaking: boolean;
  /** Each is left out where there is nothing to do. */
  onListen: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  fact: { isOpen: boolean; onToggle: () => void } | undefined;
  music: { isOn: boolean; onToggle: () => void } | undefined;
}

const empty = <span className="size-[min(3.5rem,15.5vw)] shrink-0 sm:size-16" />;

/** What a child does most, where thumbs are. */
export function BottomBar({ words, isSpeaking, onListen, onPrevious, onNext, fact, music }: BottomBarProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 font-display bottom-0 flex items-center justify-between p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] *:pointer-events-auto sm:p-6 low:justify-end low:gap-3 low:p-3 low:pr-[max(0.75rem,env(safe-area-inset-right))] low:*:first:mr-auto">
      <RoundButton
        look="white"
        turn={10}
        aria-label={words.previous}
        disabled={!onPrevious}
        onClick={onPrevious}
      >
        <ChevronLeft aria-hidden="true" />
      </RoundButton>
      <div className="flex items-center gap-2 *:pointer-events-auto sm:gap-6 low:gap-3">
        {music ? (
          <RoundButton
            look="dark"
            turn={12}
            aria-label={words.music}
            aria-pressed={music.isOn}
            onClick={music.onToggle}
          >
            <Music aria-hidden="true" />
          </RoundButton>
        ) : (
          empty
        )}
        {onListen ? (
          <RoundButton
            look="sun"
            turn={1}
            aria-label={words.listen}
            data-speaking={isSpeaking || undefined}
            onClick={onListen}
          >
            <Volume2 aria-hidden="true" />
          </RoundButton>
        ) : null}
        {fact ? (
          <RoundButton
            look="dark"
            turn={6}
            aria-label={words.fact}
            aria-pressed={fact.isOpen}
            onClick={fact.onToggle}
          >
            <Lightbulb aria-hidden="true" />
          </RoundButton>
        ) : (
          empty
        )}
      </div>
      <RoundButton look="white" turn={2} aria-label={words.next} disabled={!onNext} onClick={onNext}>
        <ChevronRight aria-hidden="true" />
      </RoundButton>
    </div>
  );
}
