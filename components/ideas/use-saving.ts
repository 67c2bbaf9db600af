"use client";

import { useRef, useState } from "react";

/** Where the changes of a page stand: on their way, kept, or the last one was not kept. */
export type Saving = "saving" | "saved" | "failed";

/** Follows changes of a page to their end. */
export function useSaving() {
  const [waiting, setWaiting] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  const running = useRef(new Set<Promise<unknown>>());

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
  /** Waits for the changes that are on their way; resolves to whether all of them were kept. */
  const settle = async (): Promise<boolean> => {
    const ends = await Promise.allSettled([...running.current]);
    return ends.every(({ status }) => status === "fulfilled");
  };
  const saving: Saving = waiting > 0 ? "saving" : hasFailed ? "failed" : "saved";
  return { follow, settle, saving };
}
