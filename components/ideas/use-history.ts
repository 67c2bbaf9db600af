"use client";

import { useRef, useState } from "react";

/** Takes one change back. */
export type TakeBack = () => Promise<unknown>;

/** Where the changes of a page stand: on their way, kept, or the last one was not kept. */
export type Saving = "saving" | "saved" | "failed";

/** Changes one after the other, whether they are kept, and the way back through them, the last one first. */
export function useHistory() {
  const [waiting, setWaiting] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  const [depth, setDepth] = useState(0);
  const past = useRef<TakeBack[]>([]);
  const running = useRef(new Set<Promise<unknown>>());

  /** Runs a change; throws what it throws. */
  const track = async <Answer>(change: () => Promise<Answer>): Promise<Answer> => {
    setWaiting((count) => count + 1);
    const answering = change();
    running.current.add(answering);
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
  const remember = (back: TakeBack) => {
    past.current.push(back);
    setDepth(past.current.length);
  };
  /** Takes back this change, else the last one. Nothing happens when it was taken back already. */
  const undo = async (back = past.current.at(-1)): Promise<void> => {
    if (!back || !past.current.includes(back)) return;
    past.current = past.current.filter((one) => one !== back);
    setDepth(past.current.length);
    await track(back);
  };
  /** Waits for the changes that are on their way; resolves to whether all of them were kept. */
  const settle = async (): Promise<boolean> => {
    const ends = await Promise.allSettled([...running.current]);
    return ends.every(({ status }) => status === "fulfilled");
  };
  const saving: Saving = waiting > 0 ? "saving" : hasFailed ? "failed" : "saved";
  return { track, remember, undo, settle, canUndo: depth > 0, saving };
}
