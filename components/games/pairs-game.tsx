import { Eye, Sparkle } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { nameOf } from "@/components/viewer/spoken";
import { Steps } from "@/components/viewer/steps";
import type { Level } from "@/lib/games/level";
import { isOpen, newPairs, pairTiles, turnOver } from "@/lib/games/pairs";
import sheet from "./games.module.css";
import { readAloud, saidBy } from "./said";
import { Tile } from "./tile";
import type { Stage } from "./types";

/** How long the last pair is looked at. */
const restMs = 1200;

interface PairsGameProps {
  stage: Stage;
  level: Level;
  seed: number;
  onDone: () => void;
}

/** Tiles that lie face down, each twice. Two that differ stay open until the child goes on. */
export function PairsGame({ stage, level, seed, onDone }: PairsGameProps) {
  const { cards, words, language, languages, sound } = stage;
  const [tiles] = useState(() => pairTiles(cards, level, seed));
  const [state, setState] = useState(() => newPairs(level));
  const [last, setLast] = useState<number | null>(null);
  const isOver = state.found.length === tiles.length;

  const begin = useEffectEvent(() => void sound.say([readAloud(words.ask.pairs, language)]));
  useEffect(() => begin(), []);

  const done = useEffectEvent(onDone);
  const sayLast = useEffectEvent(() => sound.say(linesAt(last)));
  // The last pair is said to its end before it is celebrated.
  useEffect(() => {
    if (!isOver) return;
    let isHere = true;
    let resting: ReturnType<typeof setTimeout> | undefined;
    void sayLast().then(() => {
      if (isHere) resting = setTimeout(done, restMs);
    });
    return () => {
      isHere = false;
      clearTimeout(resting);
    };
  }, [isOver]);

  const nameAt = (place: number | null) => {
    const card = place === null ? undefined : tiles[place];
    return card ? nameOf(card, language, languages) : { text: "", language };
  };
  const linesAt = (place: number | null) => saidBy(tiles[place ?? -1], nameAt(place).language);
  const handleTurn = (place: number) => {
    const after = turnOver(tiles, state, place);
    setState(after);
    setLast(after.isPeeking || state.isPeeking ? null : place);
    if (!state.isPeeking && after.found.length < tiles.length) void sound.say(linesAt(place));
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 sm:gap-5">
      <div className="flex h-16 items-center pl-20">
        <Steps count={tiles.length / 2} index={state.found.length / 2 - 1} label={words.pairs} />
      </div>
      <h3 className="sr-only">{words.ask.pairs}</h3>
      <div className="flex min-h-0 flex-1 flex-col gap-3 sm:gap-5 low:flex-row low:items-center">
        <div className={`${sheet.area} min-h-0 flex-1 low:h-full`}>
          <div className={sheet.tiles} data-count={tiles.length}>
            {tiles.map((card, place) => {
              const isUp = isOpen(state, place);
              const label = `${words.card} ${place + 1}`;
              return (
                <Tile
                  // biome-ignore lint/suspicious/noArrayIndexKey: each card lies here twice, and none moves
                  key={place}
                  card={card}
                  label={isUp ? `${label}: ${nameAt(place).text}` : label}
                  turn={place}
                  mark={state.found.includes(place) ? "right" : undefined}
                  onChoose={() => handleTurn(place)}
                >
                  <Back isUp={isUp} />
                </Tile>
              );
            })}
          </div>
        </div>
        {state.isPeeking ? (
          <button
            type="button"
            data-turn={40}
            onClick={() => handleTurn(0)}
            className="mx-auto flex min-h-16 items-center gap-3 rounded-full bg-[#ffb833] px-7 font-bold font-display text-2xl text-[#2c2148] shadow-lg board:min-h-20 board:px-10 board:text-3xl board:[&_svg]:size-10"
          >
            <Eye aria-hidden="true" className="size-7" />
            {words.peeked}
          </button>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {last === null ? "" : `${state.found.includes(last) ? words.right : ""} ${nameAt(last).text}`}
      </p>
    </div>
  );
}

/** The back of a tile, the same for all, for as long as its picture is not up. */
function Back({ isUp }: { isUp: boolean }) {
  return (
    <span
      data-up={isUp || undefined}
      className="transition-[opacity,scale] duration-300 data-up:scale-x-0 data-up:opacity-0 absolute inset-0 grid place-items-center bg-[#6d4aa8] text-[#ffd683] group-data-contrast/viewer:bg-[#2c2148]"
    >
      <Sparkle aria-hidden="true" className="size-2/5 fill-current" />
    </span>
  );
}
