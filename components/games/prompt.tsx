import { Volume2 } from "lucide-react";
import { widthFor } from "@/components/viewer/card-name";
import { RoundButton } from "@/components/viewer/round-button";
import { longestWord, type Name } from "@/components/viewer/spoken";
import type { Card } from "@/lib/universes/schema";
import { Face } from "./tile";

interface PromptProps {
  /** In words, for who reads, and for who cannot see. */
  ask: string;
  listen: string;
  /** Left out where nothing can be heard. */
  onListen: (() => void) | undefined;
  card?: Card | undefined;
  name?: Name | undefined;
}

/** What is looked for: heard, and as far as the level helps, seen and read. */
export function Prompt({ ask, listen, onListen, card, name }: PromptProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-center gap-x-4 gap-y-1 sm:gap-x-6 low:w-[30vw] low:flex-col low:flex-nowrap">
      {onListen ? (
        <RoundButton look="sun" turn={50} aria-label={listen} onClick={onListen}>
          <Volume2 aria-hidden="true" />
        </RoundButton>
      ) : null}
      {card ? (
        <span className="relative size-[min(22vw,15dvh)] overflow-hidden rounded-[14%] border-4 border-white shadow-xl">
          <Face card={card} />
        </span>
      ) : null}
      <h3
        className={
          name || onListen
            ? "sr-only"
            : "max-w-full text-center text-[clamp(1.375rem,4.5vmin,2.75rem)] leading-tight [text-shadow:0_2px_10px_rgb(0_0_0/.4)]"
        }
      >
        {ask}
      </h3>
      {name ? (
        <p
          lang={name.language}
          className={`wrap-anywhere max-w-full text-center font-bold font-display text-[min(calc(var(--fit)*.85),calc(7dvh*var(--name-scale)),5rem)] leading-none [text-shadow:0_2px_10px_rgb(0_0_0/.4)] low:text-[min(calc(var(--fit)*.3),2rem)] ${widthFor(longestWord(name.text))}`}
        >
          {name.text}
        </p>
      ) : null}
    </div>
  );
}
