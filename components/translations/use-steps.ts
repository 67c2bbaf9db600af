"use client";

import { useRef, useState } from "react";
import { useStable } from "./use-stable";

/** More steps back than anybody takes. */
const mostSteps = 100;

/**
 * The ways back and forth through what was changed. A step back that is asked for while a change is still on its way waits
 * for it, so that quick keys take back what was typed last.
 */
export function useSteps<Step extends object>(send: (step: Step) => Promise<Step | null>) {
  const stacks = useRef<{ past: Step[]; future: Step[] }>({ past: [], future: [] });
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [counts, setCounts] = useState({ past: 0, future: 0 });

  const show = () => setCounts({ past: stacks.current.past.length, future: stacks.current.future.length });

  const walk = async (from: "past" | "future", which?: Step): Promise<boolean> => {
    const all = stacks.current;
    const step = which ?? all[from].at(-1);
    if (!step || !all[from].includes(step)) return false;
    all[from] = all[from].filter((other) => other !== step);
    show();
    try {
      const back = await send(step);
      const to = from === "past" ? "future" : "past";
      // Another change may have begun new stacks meanwhile.
      const now = stacks.current;
      if (back) now[to] = [...now[to], back].slice(-mostSteps);
      return true;
    } catch {
      return false;
    } finally {
      show();
    }
  };
  const inTurn = (from: "past" | "future", which?: Step): Promise<boolean> => {
    const done = turn.current.then(() => walk(from, which));
    turn.current = done;
    return done;
  };

  return {
    canUndo: counts.past > 0,
    canRedo: counts.future > 0,
    /** A change was kept; this is its way back. */
    add: useStable((back: Step) => {
      stacks.current = { past: [...stacks.current.past, back].slice(-mostSteps), future: [] };
      show();
    }),
    /** Steps that are asked for from now on wait for this change, which never throws. */
    after: useStable(<Answer>(change: Promise<Answer>): Promise<Answer> => {
      turn.current = Promise.all([turn.current, change]);
      return change;
    }),
    /** Its time has passed: this change cannot be taken back any more. */
    forget: useStable((back: Step) => {
      stacks.current = { ...stacks.current, past: stacks.current.past.filter((one) => one !== back) };
      show();
    }),
    undo: useStable((which?: Step) => inTurn("past", which)),
    redo: useStable(() => inTurn("future")),
  };
}
