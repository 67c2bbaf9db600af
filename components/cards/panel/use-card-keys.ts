"use client";

import { useEffect, useEffectEvent } from "react";
import { useLetterKeys } from "@/components/site/letter-keys";
import type { CardEdits } from "./use-card-edits";
import { useTakeBack } from "./use-take-back";

interface CardKeys {
  onStep: (step: 1 | -1) => void;
  /** Null for those who only look. */
  onApprove: (() => void) | null;
  edits: CardEdits;
}

/** True in the panel, where no control wants the key for itself. */
function isFree({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || target.isContentEditable) return false;
  if (!target.closest("[data-side-panel]")) return false;
  return !target.closest("input, textarea, select, video, audio, canvas, [role=tab], [role=menu]");
}

const steps: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };

/** Keys of the open card: arrows go to its neighbours, A approves it, Ctrl and Z take the last change back. */
export function useCardKeys({ onStep, onApprove, edits }: CardKeys): void {
  const [areOn] = useLetterKeys();
  const { undo, redo } = useTakeBack(edits);

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || !isFree(event)) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const back = key === "z" && !event.shiftKey;
      const again = (key === "z" && event.shiftKey) || key === "y";
      if (!back && !again) return;
      event.preventDefault();
      if (back) undo();
      else redo();
      return;
    }
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      onStep(step);
    } else if (areOn && key === "a" && onApprove && !event.repeat) {
      event.preventDefault();
      onApprove();
    }
  });

  // Listens to the keyboard of the page, before the dialog keeps arrow keys to itself; only keys within the panel count.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
}
