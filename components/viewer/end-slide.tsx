import { RotateCcw } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import type { Card } from "@/lib/universes/schema";
import type { ViewerWords } from "./types";

interface EndSlideProps {
  cards: Card[];
  words: ViewerWords;
  isShown: boolean;
  onAgain: () => void;
}

/** A calm end: three cards of the deck, and the way back to its start. */
export function EndSlide({ cards, words, isShown, onAgain }: EndSlideProps) {
  const tilts = ["-rotate-12 -mr-6", "z-10 -translate-y-3", "rotate-12 -ml-6"];
  return (
    <li
      aria-hidden={!isShown}
      className="relative flex size-full shrink-0 snap-center snap-always flex-col items-center justify-center gap-8 px-6"
    >
      <div aria-hidden="true" className="flex items-center">
        {cards
          .slice(0, 3)
          .map((card, index) =>
            card.image_url ? (
              <Picture
                key={card.id}
                src={card.image_url}
                alt=""
                className={`aspect-square w-[min(30vw,12rem)] rounded-[14%] border-4 border-white object-cover shadow-xl ${tilts[index]}`}
              />
            ) : null,
          )}
      </div>
      <p className="text-center font-bold font-display text-[clamp(2.5rem,9vw,5rem)] leading-none">
        {words.end}
      </p>
      <button
        type="button"
        tabIndex={isShown ? 0 : -1}
        onClick={onAgain}
        className="flex min-h-16 items-center gap-3 rounded-full bg-[#ffb833] px-8 font-bold font-display text-2xl text-[#2c2148] shadow-lg transition-transform active:scale-95"
      >
        <RotateCcw aria-hidden="true" className="size-7" />
        {words.again}
      </button>
    </li>
  );
}
