import { Volume2 } from "lucide-react";
import type { Language } from "@/lib/contract/languages";
import type { GameName } from "@/lib/games/offer";
import type { Card } from "@/lib/universes/schema";
import { Face } from "./tile";
import type { GameWords } from "./types";

interface GameMenuProps {
  words: GameWords;
  games: readonly GameName[];
  /** At least four, for the little pictures of what each game is. */
  cards: readonly Card[];
  pair: readonly [Language, Language | undefined];
  onChoose: (game: GameName) => void;
}

/** Which cards lie in the picture of a game: no words are needed to choose one. */
const scenes: Record<GameName, readonly number[]> = {
  listen: [0, 1],
  pairs: [2, 2],
  odd: [3, 3, 1, 3],
  match: [1],
};

/** The games, each shown by cards of the deck. */
export function GameMenu({ words, games, cards, pair, onChoose }: GameMenuProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-wrap place-content-center items-stretch justify-center gap-3 pt-16 sm:gap-6 landscape:pt-0 low:gap-3 low:pl-16">
      {games.map((game, turn) => (
        <button
          key={game}
          type="button"
          data-turn={turn}
          onClick={() => onChoose(game)}
          className="flex flex-col items-center gap-2 rounded-[2rem] bg-white/92 p-3 text-[#2c2148] shadow-xl transition-transform [--width:min(44vw,34dvh)] w-(--width) focus-visible:outline-4 active:scale-95 sm:p-5 landscape:[--width:min(22vw,60dvh)] low:[--width:min(17vw,10rem)] low:rounded-3xl low:p-2"
        >
          <span
            aria-hidden="true"
            className="flex aspect-square w-full flex-wrap place-content-center items-center justify-center gap-[4%] rounded-[1.5rem] bg-[#3b2f63] p-[5%] text-white"
          >
            {game === "listen" ? (
              <span className="grid size-[44%] place-items-center rounded-full bg-[#ffb833] text-[#2c2148]">
                <Volume2 aria-hidden="true" className="size-3/5" />
              </span>
            ) : null}
            {game === "match" ? <Bubble text={pair[0]} /> : null}
            {scenes[game].map((at, place) => {
              const card = cards[at];
              return card ? (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same card may lie here twice
                  key={place}
                  className={`relative size-[44%] overflow-hidden rounded-[18%] border-2 border-white sm:border-4 ${at === 1 && game === "odd" ? "rotate-6" : ""}`}
                >
                  <Face card={card} />
                </span>
              ) : null;
            })}
            {game === "match" && pair[1] ? <Bubble text={pair[1]} /> : null}
          </span>
          <span className="grid min-h-12 flex-1 place-items-center text-balance font-bold font-display text-[clamp(1.125rem,3vmin,2.25rem)] leading-tight">
            {words.names[game]}
          </span>
        </button>
      ))}
    </div>
  );
}

/** What is said in a language. */
function Bubble({ text }: { text: string }) {
  return (
    <span className="grid h-[26%] w-[40%] place-items-center rounded-full bg-white font-bold font-display text-[#2c2148] text-[calc(var(--width)*.14)] uppercase">
      {text}
    </span>
  );
}
