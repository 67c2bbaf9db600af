"use client";

import { useRef, useState } from "react";

/** Takes one change back. */
export type TakeBack = () => Promise<unknown>;

/** A change that was made; `back` comes when it is kept, and is null where there is nothing to take back. */
export interface Step {
  back: Promise<TakeBack | null>;
}

/** Where the changes of a page stand: on their way, kept, or the last one was not kept. */
export type Saving = "saving" | "saved" | "failed";

/** The changes of a page in the order in which they were made, whether they are kept, and the way back through them. */
export function useHistory() {
  const [waiting, setWaiting] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  const [depth, setDepth] = useState(0);
  const past = useRef<Step[]>([]);
  const running = useRef(new Set<Promise<unknown>>());

  const setPast = (steps: Step[]) => {
    past.current = steps;
    setDepth(steps.length);
  };
  const drop = (step: Step) => setPast(past.current.filter((one) => one !== step));
  const follow = async <Answer>(answering: Promise<Answer>): Promise<Answer> => {
    running.current.add(answering);
    setWaiting((count) => count + 1);
    try {
      const answer = await answering;
      setHasFailed(false);
      return answer;
    } catch (error) {
      setHasFailed(true);
      throw error;
    } finally {
      running.current.delete(answering);
      setWaiting((count) => count - 1);
    }
  };

  /** Makes a change, which answers how to take it back. `kept` fails as it does. */
  const make = (change: () => Promise<TakeBack | null>): { step: Step; kept: Promise<void> } => {
    const step: Step = { back: change() };
    setPast([...past.current, step]);
    const forget = () => drop(step);
    const kept = follow(step.back).then(
      (back) => {
        if (!back) forget();
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return { step, kept };
  };
  /** Takes back this change, else the last one, once it is kept. Nothing happens when it was taken back already. */
  const undo = async (step = past.current.at(-1)): Promise<void> => {
    if (!step || !past.current.includes(step)) return;
    drop(step);
    const back = await step.back.catch(() => null);
    if (back) await follow(back());
  };
  /** Waits for the changes that are on their way; resolves to whether all of them were kept. */
  const settle = async (): Promise<boolean> => {
    const ends = await Promise.allSettled([...running.current]);
    return ends.every(({ status }) => status === "fulfilled");
  };
  const saving: Saving = waiting > 0 ? "saving" : hasFailed ? "failed" : "saved";
  return { make, undo, settle, canUndo: depth > 0, saving };
}
