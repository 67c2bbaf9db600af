import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { AdultWords } from "../types";
import ring from "./hold-ring.module.css";

/** As long as a small child would not hold on without knowing why. */
const holdMs = 3000;

/** A product that children of eight do not know by heart. */
function newSum(): [number, number] {
  return [13 + Math.floor(Math.random() * 6), 3 + Math.floor(Math.random() * 6)];
}

interface AdultGateProps {
  words: AdultWords;
  onPass: () => void;
}

/** Lets pass who holds a button for three seconds, or answers a sum: whatever leads out of the viewer stands behind it. */
export function AdultGate({ words, onPass }: AdultGateProps) {
  const [isHeld, setHeld] = useState(false);
  const [[one, other], setSum] = useState(newSum);
  const [isWrong, setWrong] = useState(false);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(holding.current), []);
  const hold = () => {
    clearTimeout(holding.current);
    setHeld(true);
    holding.current = setTimeout(onPass, holdMs);
  };
  const letGo = () => {
    clearTimeout(holding.current);
    setHeld(false);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) hold();
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (Number(new FormData(event.currentTarget).get("answer")) === one * other) return onPass();
    event.currentTarget.reset();
    setWrong(true);
    setSum(newSum());
  };

  return (
    <div className="flex flex-col items-center gap-6 text-center">
      <p className="max-w-80 text-ink-soft text-lg">{words.gateText}</p>
      <button
        type="button"
        aria-label={words.hold}
        data-held={isHeld || undefined}
        onPointerDown={hold}
        onPointerUp={letGo}
        onPointerLeave={letGo}
        onPointerCancel={letGo}
        onKeyDown={handleKey}
        onKeyUp={letGo}
        onBlur={letGo}
        onContextMenu={(event) => event.preventDefault()}
        className="relative grid size-36 touch-none select-none place-items-center rounded-full bg-sun font-bold font-display text-6xl text-[#2c2148] shadow-lg"
      >
        <svg aria-hidden="true" viewBox="0 0 100 100" className="absolute -inset-3">
          <circle cx="50" cy="50" r="47" pathLength="1" className={ring.ring} />
        </svg>
        <span aria-hidden="true">3</span>
      </button>
      <form onSubmit={handleSubmit} className="flex w-full max-w-80 flex-col gap-2">
        <label htmlFor="gate-sum" className="font-semibold">
          {words.sum} {one} × {other} = ?
        </label>
        <div className="flex gap-2">
          <input
            id="gate-sum"
            name="answer"
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={4}
            required
            autoComplete="off"
            aria-invalid={isWrong}
            aria-describedby="gate-wrong"
            className="min-h-12 w-0 flex-1 rounded-xl border-2 border-line-strong bg-surface px-4 text-center text-lg"
          />
          <button type="submit" className="min-h-12 rounded-xl bg-berry px-5 font-bold text-lg text-on-berry">
            {words.open}
          </button>
        </div>
        <p id="gate-wrong" role="status" className="min-h-6 font-semibold text-danger">
          {isWrong ? words.wrong : ""}
        </p>
      </form>
    </div>
  );
}
