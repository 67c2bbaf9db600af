import { Blocks, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { RoundButton } from "./round-button";
import { Steps } from "./steps";
import type { ViewerWords } from "./types";

interface TopBarProps {
  count: number;
  index: number;
  words: ViewerWords;
  /** Left out where there are too few cards for a game. */
  onPlay: (() => void) | undefined;
  /** Left out where there is nothing for adults. */
  onAdults: (() => void) | undefined;
  children: ReactNode;
}

/** How far one is, the way to what is for adults, and the languages. */
export function TopBar({ count, index, words, onPlay, onAdults, children }: TopBarProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 font-display top-0 flex flex-col gap-1 p-3 pt-[max(0.5rem,env(safe-area-inset-top))] *:pointer-events-auto sm:gap-2 sm:p-5 low:flex-row-reverse low:items-center low:gap-3 low:p-2">
      <div className="flex items-center gap-3 low:flex-1 low:gap-4">
        <Steps count={count} index={index} label={words.progress} />
        {onPlay ? (
          <RoundButton look="dark" turn={30} aria-label={words.games} onClick={onPlay}>
            <Blocks aria-hidden="true" />
          </RoundButton>
        ) : null}
        {onAdults ? (
          <RoundButton
            look="dark"
            turn={40}
            aria-label={words.adults}
            aria-haspopup="dialog"
            onClick={onAdults}
          >
            <Settings aria-hidden="true" />
          </RoundButton>
        ) : null}
      </div>
      {children}
    </div>
  );
}
