import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { widthFor } from "@/components/viewer/card-name";
import { longestWord, type Name } from "@/components/viewer/spoken";
import type { Card } from "@/lib/universes/schema";
import sheet from "./games.module.css";

/** How a choice is just now; `said` while the voice says it. */
export type Mark = "right" | "wrong" | "hint" | "said" | "rest";

interface TileProps {
  card: Card;
  /** What it says to who cannot see it. */
  label: string;
  turn: number;
  mark?: Mark | undefined;
  onChoose: () => void;
  children?: ReactNode;
}

const frame =
  "relative grid place-items-center overflow-hidden border-[min(1.4vmin,10px)] border-white bg-white/15 shadow-xl transition-[opacity,scale] duration-300 focus-visible:outline-4 active:scale-95 data-[mark=hint]:border-[#ffb833] data-[mark=said]:scale-105 data-[mark=said]:border-[#ffb833] data-[mark=right]:border-[#ffb833] data-[mark=rest]:opacity-30 data-[mark=wrong]:opacity-40 data-[mark=wrong]:grayscale";

/** A card to choose. What was chosen and is not right stays where it is, greyed, and keeps the focus. */
export function Tile({ card, label, turn, mark, onChoose, children }: TileProps) {
  return (
    <button
      type="button"
      data-turn={turn}
      data-mark={mark}
      aria-label={label}
      aria-disabled={mark === "wrong" || undefined}
      onClick={onChoose}
      className={`${sheet.tile} ${frame} rounded-[12%]`}
    >
      <Face card={card} />
      {children}
      {mark === "right" ? <Star /> : null}
    </button>
  );
}

/** The picture of a card, as large as its place. */
export function Face({ card }: { card: Card }) {
  return (
    <span data-card={card.id} className="absolute inset-0">
      {card.image_url ? (
        <Picture src={card.image_url} alt="" loading="eager" className="size-full object-cover" />
      ) : null}
    </span>
  );
}

/** A word to choose. */
export function WordTile({ name, turn, mark, onChoose }: Omit<TileProps, "card" | "label"> & { name: Name }) {
  return (
    <button
      type="button"
      lang={name.language}
      data-turn={turn}
      data-mark={mark}
      aria-disabled={mark === "wrong" || undefined}
      onClick={onChoose}
      className={`${sheet.word} ${frame} rounded-[2rem] bg-white px-4 font-bold font-display text-[#2c2148] ${widthFor(longestWord(name.text))}`}
    >
      <span className="wrap-anywhere text-[min(calc(var(--fit)*.75),2.75rem)] leading-tight low:text-2xl">
        {name.text}
      </span>
      {mark === "right" ? <Star /> : null}
    </button>
  );
}

/** Right, for who does not see it by the colour. */
function Star() {
  return (
    <span className="absolute top-[4%] right-[4%] grid size-10 animate-rise place-items-center rounded-full bg-[#ffb833] text-[#2c2148] shadow-lg sm:size-14">
      <Check aria-hidden="true" className="size-7 stroke-3 sm:size-10" />
    </span>
  );
}
