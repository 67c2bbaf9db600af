import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Line } from "@/components/viewer/sound/sound";
import { nameOf } from "@/components/viewer/spoken";
import type { Language } from "@/lib/contract/languages";
import { choose, isHinted, newChoosing } from "@/lib/games/choosing";
import type { Level } from "@/lib/games/level";
import type { GameName } from "@/lib/games/offer";
import type { Round } from "@/lib/games/rounds";
import sheet from "./games.module.css";
import { Prompt } from "./prompt";
import { readAloud, saidBy } from "./said";
import { Caption, type Mark, Tile, WordTile } from "./tile";
import type { Stage } from "./types";

/** How long the right choice stays once its name was said. */
const restMs = 1200;

export interface ChoiceRoundProps {
  stage: Stage;
  game: Exclude<GameName, "pairs">;
  level: Level;
  round: Round;
  /** The language of the choices. */
  partner: Language;
  /** Says what is to be done, too. */
  isFirst: boolean;
  onNext: () => void;
}

/** One question, and what can be chosen. A wrong choice says its name and can be chosen no more; nothing is lost. */
export function ChoiceRound({ stage, game, level, round, partner, isFirst, onNext }: ChoiceRoundProps) {
  const { words, viewerWords, language, languages, sound, canSay } = stage;
  const [state, setState] = useState(newChoosing);
  const [said, setSaid] = useState<number | null>(null);
  const [last, setLast] = useState<number | null>(null);
  const telling = useRef(0);
  const target = round.choices[round.answer];
  const hasWords = game === "match" && level > 1;

  const ask = words.ask[game];
  const asked = game === "odd" ? [] : saidBy(target, language);
  const isHeard = canSay(asked);
  const question = isFirst ? [readAloud(ask, language), ...asked] : asked;

  // What is to be done can be heard again where that is all there is to hear.
  const told = asked.length > 0 ? question : [readAloud(ask, language)];

  const tell = async (first = question) => {
    telling.current += 1;
    const mine = telling.current;
    const choices: { place: number | null; lines: Line[] }[] = hasWords
      ? round.choices.map((card, place) => ({ place, lines: saidBy(card, partner) }))
      : [];
    for (const { place, lines } of [{ place: null, lines: first }, ...choices]) {
      setSaid(place);
      const isDone = !canSay(lines) || (await sound.say(lines));
      if (mine !== telling.current) return;
      if (!isDone) break;
    }
    setSaid(null);
  };
  const begin = useEffectEvent(() => void tell());
  useEffect(() => begin(), []);

  const sayFound = useEffectEvent(() =>
    sound.say([...saidBy(target, language), ...(game === "match" ? saidBy(target, partner) : [])]),
  );
  const next = useEffectEvent(onNext);
  // What was found is said to its end; then the next question comes by itself.
  useEffect(() => {
    if (!state.isFound) return;
    let isHere = true;
    let resting: ReturnType<typeof setTimeout> | undefined;
    void sayFound().then(() => {
      if (isHere) resting = setTimeout(next, restMs);
    });
    return () => {
      isHere = false;
      clearTimeout(resting);
    };
  }, [state.isFound]);

  const handleChoose = (place: number) => {
    const after = choose(round, state, place);
    if (state.isFound) return;
    telling.current += 1;
    setSaid(null);
    setLast(place);
    setState(after);
    if (!after.isFound) void sound.say(saidBy(round.choices[place], partner));
  };
  const markOf = (place: number): Mark | undefined => {
    if (state.isFound) return place === round.answer ? "right" : "rest";
    if (state.wrong.includes(place)) return "wrong";
    if (said === place) return "said";
    return place === round.answer && isHinted(level, state) ? "hint" : undefined;
  };
  const labelOf = (place: number) => {
    const card = round.choices[place];
    return (card && nameOf(card, partner, languages).text) || words.card;
  };

  const letters = Math.max(...round.choices.map((card) => [...(card.names[partner] ?? "")].length));
  const isShown = state.isFound || level < 3;
  const text = target?.names[language];
  const isNamed = text && (game === "match" || (game === "listen" && (isShown || !isHeard)));
  const isPictured = isShown && (game === "match" || (game === "listen" && !isHeard));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 sm:gap-5 low:flex-row low:items-center">
      <Prompt
        ask={ask}
        listen={viewerWords[language].listen}
        onListen={canSay(told) ? () => void tell(told) : undefined}
        card={isPictured ? target : undefined}
        name={isNamed ? { text, language } : undefined}
      />
      <div className={`${sheet.area} min-h-0 flex-1 low:h-full`}>
        <div className={hasWords ? sheet.words : sheet.tiles} data-count={round.choices.length}>
          {round.choices.map((card, place) => {
            const choice = { turn: place, mark: markOf(place), onChoose: () => handleChoose(place) };
            const name = card.names[partner];
            return hasWords && name ? (
              <WordTile
                key={card.id}
                name={{ text: name, language: partner }}
                letters={letters}
                {...choice}
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same card may lie here more than once, and none moves
              <Tile key={place} card={card} label={labelOf(place)} {...choice}>
                {game === "match" ? <Caption text={labelOf(place)} lang={partner} /> : null}
              </Tile>
            );
          })}
        </div>
      </div>
      <p role="status" className="sr-only">
        {last === null ? "" : `${state.isFound ? words.right : words.wrong} ${labelOf(last)}`}
      </p>
    </div>
  );
}
