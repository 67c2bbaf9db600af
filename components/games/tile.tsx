import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { widthFor } from "@/components/viewer/card-name";
import { placeOfPicture } from "@/components/viewer/card-stage";
import type { Name } from "@/components/viewer/spoken";
import { sizesOf } from "@/lib/universes/picture-sizes";
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
  "relative grid place-items-center overflow-hidden border-[min(1.4vmin,10px)] border-white shadow-xl transition-[opacity,scale] duration-300 focus-visible:outline-4 active:scale-95 data-[mark=hint]:border-[#ffb833] data-[mark=hint]:ring-6 data-[mark=hint]:ring-[#ffb833] data-[mark=said]:border-[#ffb833] data-[mark=said]:ring-6 data-[mark=said]:ring-[#ffb833] data-[mark=right]:border-[#ffb833] data-[mark=rest]:opacity-30 data-[mark=wrong]:opacity-40 data-[mark=wrong]:grayscale";

/** A card to choose. What was chosen and is not right stays where it is, greyed, and keeps the focus. */
export function Tile({ card, label, turn, mark, onChoose, children }: TileProps) {
  return (
    <button
      type="button"
      data-turn={turn}
      data-mark={mark}
      aria-label={label}
      aria-disabled={mark === "wrong" || mark === "rest" || undefined}
      onClick={onChoose}
      className={`${sheet.tile} ${frame} rounded-[12%] bg-white/15 data-[mark=said]:scale-105`}
    >
      <Face card={card} />
      {children}
      {mark === "right" ? <Star look="top-[4%] right-[4%] size-[max(1.5rem,28%)]" /> : null}
    </button>
  );
}

/** The picture of a card, as large as its place; the same file that the viewer has. */
export function Face({ card }: { card: Card }) {
  return (
    <span data-card={card.id} className="absolute inset-0">
      {card.image_url ? (
        <Picture
          src={card.image_url}
          srcSet={sizesOf(card.image_url)}
          sizes={placeOfPicture}
          alt=""
          loading="eager"
          className="size-full object-cover"
        />
      ) : null}
    </span>
  );
}

/** The name of a card, on its lower edge. */
export function Caption({ text, lang }: { text: string; lang: string }) {
  return (
    <span
      lang={lang}
      className="wrap-anywhere absolute inset-x-0 bottom-0 bg-white px-2 py-1 text-center font-bold font-display text-[#2c2148] text-[clamp(1rem,3.2vmin,2.5rem)] leading-tight"
    >
      {text}
    </span>
  );
}

interface WordTileProps extends Omit<TileProps, "card" | "label"> {
  name: Name;
  /** Of the longest word beside it, so that all are written in one size. */
  letters: number;
}

/** A word to choose. */
export function WordTile({ name, letters, turn, mark, onChoose }: WordTileProps) {
  return (
    <button
      type="button"
      lang={name.language}
      data-turn={turn}
      data-mark={mark}
      aria-disabled={mark === "wrong" || mark === "rest" || undefined}
      onClick={onChoose}
      className={`${sheet.word} ${frame} rounded-[2rem] bg-white px-3 font-bold data-[mark=right]:px-12 font-display text-[#2c2148] ${widthFor(letters)}`}
    >
      <span className="wrap-anywhere leading-tight">{name.text}</span>
      {mark === "right" ? <Star look="right-2 size-9" /> : null}
    </button>
  );
}

/** Right, for who does not see it by the colour. */
function Star({ look }: { look: string }) {
  return (
    <span
      className={`absolute grid aspect-square animate-rise place-items-center rounded-full bg-[#ffb833] text-[#2c2148] shadow-lg ${look}`}
    >
      <Check aria-hidden="true" className="size-3/4 stroke-3" />
    </span>
  );
}
