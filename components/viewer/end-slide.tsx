import { Blocks, RotateCcw, Shuffle } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";
import { placeOfPicture } from "./card-stage";
import { Party } from "./party";
import type { ViewerWords } from "./types";

interface EndSlideProps {
  cards: Card[];
  words: ViewerWords;
  isShown: boolean;
  isCalm: boolean;
  onAgain: () => void;
  onMix: () => void;
  /** Left out where there are too few cards for a game. */
  onPlay: (() => void) | undefined;
}

const tilts = ["-rotate-12 -mr-6", "z-10 -translate-y-3", "rotate-12 -ml-6"];
const button =
  "flex min-h-16 items-center gap-2 rounded-full px-5 font-bold font-display text-xl text-[#2c2148] sm:gap-3 sm:px-7 sm:text-2xl board:min-h-24 board:gap-4 board:px-10 board:text-4xl board:[&_svg]:size-10 low:px-5 low:text-xl shadow-lg transition-transform active:scale-95";

/** A calm end: three cards of the deck, a few stars that rise, and the way back to its start. */
export function EndSlide({ cards, words, isShown, isCalm, onAgain, onMix, onPlay }: EndSlideProps) {
  const tabIndex = isShown ? 0 : -1;
  return (
    <li
      aria-hidden={!isShown}
      className="relative flex size-full [content-visibility:auto] shrink-0 snap-center snap-always flex-col items-center justify-center gap-[3dvh] overflow-hidden px-4 pt-32 pb-20 sm:gap-[4dvh] sm:px-6 low:gap-3 low:pt-14 low:pb-12"
    >
      {isShown && !isCalm ? <Party /> : null}
      <div aria-hidden="true" className="flex items-center">
        {cards
          .slice(0, 3)
          .map((card, index) =>
            card.image_url ? (
              <Picture
                key={card.id}
                src={card.image_url}
                srcSet={sizesOf(card.image_url)}
                sizes={placeOfPicture}
                alt=""
                className={`aspect-square w-[min(30vw,24dvh,20rem)] low:w-[22dvh] rounded-[14%] border-4 border-white object-cover shadow-xl ${tilts[index]}`}
              />
            ) : null,
          )}
      </div>
      <p className="text-center font-bold font-display text-[clamp(2.25rem,min(9vw,11dvh),5rem)] leading-none">
        {words.end}
      </p>
      <div className="flex flex-wrap justify-center gap-3 sm:gap-4">
        <button
          type="button"
          tabIndex={tabIndex}
          data-turn={0}
          onClick={onAgain}
          className={`${button} bg-[#ffb833]`}
        >
          <RotateCcw aria-hidden="true" className="size-7" />
          {words.again}
        </button>
        {cards.length > 2 ? (
          <button
            type="button"
            tabIndex={tabIndex}
            data-turn={1}
            onClick={onMix}
            className={`${button} bg-white/92`}
          >
            <Shuffle aria-hidden="true" className="size-7" />
            {words.mix}
          </button>
        ) : null}
        {onPlay ? (
          <button
            type="button"
            tabIndex={tabIndex}
            data-turn={2}
            onClick={onPlay}
            className={`${button} bg-white/92`}
          >
            <Blocks aria-hidden="true" className="size-7" />
            {words.games}
          </button>
        ) : null}
      </div>
    </li>
  );
}
