import { House, LayoutGrid } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useDialog } from "@/components/viewer/adults/use-dialog";
import type { Language } from "@/lib/contract/languages";
import { cardsApart, cardsHeard } from "@/lib/games/cards-apart";
import type { Level } from "@/lib/games/level";
import { type GameName, gamesOf, partnersOf } from "@/lib/games/offer";
import { listenRounds, matchRounds, oddRounds, type Round } from "@/lib/games/rounds";
import { ChoiceGame } from "./choice-game";
import { GameMenu } from "./game-menu";
import { LevelChoice } from "./level-choice";
import { PairsGame } from "./pairs-game";
import { saidBy } from "./said";
import type { GameWords, Stage } from "./types";
import { useArrows, useFirstFocus } from "./use-arrows";
import { useLoadedPictures } from "./use-loaded-pictures";
import { WellDone } from "./well-done";

type Scene =
  | { at: "menu" }
  | { at: "levels"; game: GameName }
  | { at: "play" | "done"; game: GameName; level: Level; seed: number; rounds: Round[] };

export interface GamesProps extends Omit<Stage, "words"> {
  gameWords: Partial<Record<Language, GameWords>>;
  /** The other language that an adult has chosen for these children. */
  second: Language | null;
  onClose: () => void;
}

const newSeed = () => Math.floor(Math.random() * 2 ** 32);

/** Games with the cards of one deck, over the whole screen. Nothing of them is kept or sent anywhere. */
export function Games({ gameWords, second, onClose, ...given }: GamesProps) {
  const { cards, languages, language, canSay, viewerWords, sound } = given;
  const dialog = useDialog();
  const root = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<Scene>({ at: "menu" });
  const [wish, setWish] = useState(second);
  useArrows(root);
  useFirstFocus(root, scene.at);
  useLoadedPictures(cards);

  // What is said belongs to the scene in which it began.
  useEffect(() => () => sound.stop(), [sound]);
  const words = gameWords[language];
  if (!words) return null;

  const stage: Stage = { ...given, words, cards: cardsApart(cards, []) };
  const partners = partnersOf(cards, language, languages);
  const partner = partners.find((code) => code === wish) ?? partners[0];
  const go = (next: Scene) => {
    sound.stop();
    setScene(next);
  };
  const canBeSaid = (card: (typeof cards)[number], code: Language) => canSay(saidBy(card, code));

  const roundsOf = (game: GameName, level: Level, seed: number): Round[] => {
    if (game === "odd") return oddRounds(cards, level, seed);
    const pair = game === "match" && partner ? [language, partner] : [language];
    const heard = cardsHeard(cards, pair, canBeSaid);
    return game === "match" && partner
      ? matchRounds(heard, language, partner, level, seed)
      : listenRounds(heard, language, level, seed);
  };

  const isMenu = scene.at === "menu";
  const Icon = isMenu ? House : LayoutGrid;
  /** A game is dealt once: voices that come later change nothing in it. */
  const play = (game: GameName, level: Level, seed = newSeed()) =>
    go({ at: "play", game, level, seed, rounds: game === "pairs" ? [] : roundsOf(game, level, seed) });

  return (
    <dialog
      ref={dialog}
      data-games
      lang={language}
      aria-labelledby="games"
      onClose={() => dialog.current?.open || onClose()}
      className="fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-transparent p-[max(0.75rem,env(safe-area-inset-top))] text-white backdrop:bg-transparent sm:p-6"
    >
      <div ref={root} className="flex size-full flex-col">
        <h2 id="games" className="sr-only">
          {isMenu ? words.title : words.names[scene.game]}
        </h2>
        <button
          type="button"
          data-turn={70}
          aria-label={isMenu ? words.close : words.others}
          onClick={() => (isMenu ? dialog.current?.close() : go({ at: "menu" }))}
          className="absolute z-10 grid size-16 board:size-20 place-items-center rounded-full bg-white/92 text-[#2c2148] shadow-lg transition-transform active:scale-90"
        >
          <Icon aria-hidden="true" className="size-9" />
        </button>
        {scene.at === "menu" ? (
          <GameMenu
            words={words}
            games={gamesOf(cards, language, languages)}
            cards={stage.cards}
            pair={[language, partner]}
            onChoose={(game) => go({ at: "levels", game })}
          />
        ) : null}
        {scene.at === "levels" ? (
          <LevelChoice
            title={words.names[scene.game]}
            words={words}
            viewerWords={viewerWords}
            language={language}
            partners={scene.game === "match" ? partners : []}
            partner={partner}
            onPartner={setWish}
            onChoose={(level) => play(scene.game, level)}
          />
        ) : null}
        {scene.at === "play" && scene.game === "pairs" ? (
          <PairsGame key={scene.seed} stage={stage} {...scene} onDone={() => go({ ...scene, at: "done" })} />
        ) : null}
        {scene.at === "play" && scene.game !== "pairs" ? (
          <ChoiceGame
            key={scene.seed}
            stage={stage}
            game={scene.game}
            level={scene.level}
            rounds={scene.rounds}
            partner={scene.game === "match" && partner ? partner : language}
            onDone={() => go({ ...scene, at: "done" })}
          />
        ) : null}
        {scene.at === "done" ? (
          <WellDone
            stage={stage}
            again={viewerWords[language].again}
            onAgain={() => play(scene.game, scene.level)}
            onHarder={scene.level < 3 ? () => play(scene.game, (scene.level + 1) as Level) : undefined}
            onOthers={() => go({ at: "menu" })}
          />
        ) : null}
      </div>
    </dialog>
  );
}
