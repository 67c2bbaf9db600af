import { LayoutGrid, type LucideIcon, RotateCcw, Star } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { Party } from "@/components/viewer/party";
import { readAloud } from "./said";
import { Face } from "./tile";
import type { Stage } from "./types";

interface WellDoneProps {
  stage: Stage;
  again: string;
  onAgain: () => void;
  /** Left out after the last level. */
  onHarder: (() => void) | undefined;
  onOthers: () => void;
}

const tilts = ["-rotate-6", "z-10 -translate-y-2", "rotate-6"];

/** A short joy, and what can come next. Nothing is counted. */
export function WellDone({ stage, again, onAgain, onHarder, onOthers }: WellDoneProps) {
  const { words, language, sound, cards } = stage;
  const cheer = useEffectEvent(() => void sound.say([readAloud(words.done, language)]));
  useEffect(() => cheer(), []);
  const choices: [label: string, Icon: LucideIcon, act: (() => void) | undefined][] = [
    [again, RotateCcw, onAgain],
    [words.harder, Star, onHarder],
    [words.others, LayoutGrid, onOthers],
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-[4dvh] low:gap-3">
      <div className="group-data-calm/viewer:hidden">
        <Party />
      </div>
      <div aria-hidden="true" className="flex items-center">
        {cards.slice(0, 3).map((card, at) => (
          <span
            key={card.id}
            className={`relative aspect-square w-[min(28vw,26dvh,20rem)] overflow-hidden rounded-[14%] border-4 border-white shadow-xl low:w-[20dvh] ${tilts[at]}`}
          >
            <Face card={card} />
          </span>
        ))}
      </div>
      <h3 className="text-center text-[clamp(2.25rem,min(9vw,11dvh),5rem)] leading-none [text-shadow:0_2px_14px_rgb(0_0_0/.45)]">
        {words.done}
      </h3>
      <div className="flex flex-wrap justify-center gap-3 sm:gap-4">
        {choices.map(([label, Icon, act], turn) =>
          act ? (
            <button
              key={label}
              type="button"
              data-turn={turn}
              onClick={act}
              className={`flex min-h-16 items-center gap-3 rounded-full px-7 font-bold font-display text-2xl text-[#2c2148] shadow-lg transition-transform active:scale-95 board:min-h-24 board:gap-4 board:px-10 board:text-4xl board:[&_svg]:size-10 ${turn === 0 ? "bg-[#ffb833]" : "bg-white/92"}`}
            >
              <Icon aria-hidden="true" className="size-7" />
              {label}
            </button>
          ) : null,
        )}
      </div>
    </div>
  );
}
