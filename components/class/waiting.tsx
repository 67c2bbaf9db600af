import { type AnimalNames, ScreenBadge } from "./badges";
import motion from "./motion.module.css";

interface WaitingProps {
  badge: number;
  animals: AnimalNames;
  words: { wait: string; you: string };
  isCalm: boolean;
}

/** A child has arrived, and it has not begun: who they are today, and that it goes on by itself. */
export function Waiting({ badge, animals, words, isCalm }: WaitingProps) {
  return (
    <div
      data-calm={isCalm || undefined}
      className="absolute inset-0 flex flex-col items-center justify-center gap-[4dvh] px-6 text-center text-white"
    >
      <ScreenBadge
        badge={badge}
        names={animals}
        className={`size-[min(62vw,48dvh)] border-[min(2vw,12px)] border-white shadow-2xl ${motion.hop}`}
      />
      <p className="font-bold font-display text-[clamp(2rem,7vw,4.5rem)] leading-none [text-shadow:0_2px_14px_rgb(0_0_0/.45)]">
        {words.you}
      </p>
      <p
        role="status"
        className="font-semibold text-[clamp(1.125rem,4vw,2rem)] [text-shadow:0_2px_10px_rgb(0_0_0/.5)]"
      >
        {words.wait}
      </p>
    </div>
  );
}
