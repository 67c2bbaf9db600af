import { useRef, useState } from "react";
import { Steps } from "@/components/viewer/steps";
import type { Round } from "@/lib/games/rounds";
import { ChoiceRound, type ChoiceRoundProps } from "./choice-round";
import { useFirstFocus } from "./use-arrows";

interface ChoiceGameProps extends Omit<ChoiceRoundProps, "round" | "isFirst" | "onNext"> {
  rounds: readonly Round[];
  onDone: () => void;
}

/** One question after the other. */
export function ChoiceGame({ rounds, onDone, ...props }: ChoiceGameProps) {
  const [at, setAt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  useFirstFocus(root, String(at));
  const round = rounds[at];
  return (
    <div ref={root} className="flex min-h-0 flex-1 flex-col gap-3 sm:gap-5">
      <div className="flex h-16 items-center pl-20">
        <Steps count={rounds.length} index={at} label={props.stage.words.rounds} />
      </div>
      {round ? (
        <ChoiceRound
          key={at}
          {...props}
          round={round}
          isFirst={at === 0}
          onNext={() => (at + 1 < rounds.length ? setAt(at + 1) : onDone())}
        />
      ) : null}
    </div>
  );
}
