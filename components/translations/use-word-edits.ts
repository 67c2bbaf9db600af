"use client";

import { useState } from "react";
import { useEditAssets } from "@/lib/cards/mutations";
import type { EditAssets } from "@/lib/cards/schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { Problem } from "@/lib/problem";
import { placeAt, placeKey, type SeenEdit, toItems } from "@/lib/translations/words";
import { useStable } from "./use-stable";
import { useSteps } from "./use-steps";

/** What a person wrote and the studio did not take: it stays in its cell until they choose. */
export interface Held extends SeenEdit {
  /** Somebody wrote this meanwhile; absent where that is not why. */
  now?: string | null;
  problem: unknown;
}

export interface WordEdits {
  held: ReadonlyMap<string, Held>;
  isSaving: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Keeps these changes; what is refused is held. Answers the way back when all of them were taken. */
  save: (edits: readonly SeenEdit[]) => Promise<EditAssets | null>;
  /** Takes the last change back, or the one that is named; false when that is no longer possible. */
  undo: (which?: EditAssets) => Promise<boolean>;
  /** Does again what was taken back. */
  redo: () => Promise<boolean>;
  /** Lets go of what was held, in favour of what the card says. */
  letGo: (edit: Held) => void;
}

/** Changes of a deck's words, with their way back, and with what could not be kept. */
export function useWordEdits(draftId: string): WordEdits {
  const { mutateAsync } = useEditAssets(draftId);
  const [held, setHeld] = useState<ReadonlyMap<string, Held>>(new Map());
  const [waiting, setWaiting] = useState(0);

  const change = (edits: readonly Held[] | readonly SeenEdit[], isHeld: boolean) =>
    setHeld((before) => {
      const next = new Map(before);
      for (const edit of edits)
        if (isHeld) next.set(placeKey(edit), edit as Held);
        else next.delete(placeKey(edit));
      return next;
    });

  const send = useStable(async (input: EditAssets) => {
    setWaiting((count) => count + 1);
    try {
      return (await mutateAsync(input)).undo;
    } finally {
      setWaiting((count) => count - 1);
    }
  });
  const steps = useSteps(send);

  const trySave = async (edits: readonly SeenEdit[]): Promise<EditAssets | null> => {
    const items = toItems(edits);
    change(edits, false);
    try {
      const back = await send({ items });
      if (back) steps.add(back);
      return back;
    } catch (problem) {
      const refused = blame(problem, edits, items);
      change([...refused.values()], true);
      // All or none were kept: those that nobody minds go again.
      const others = edits.filter((edit) => !refused.has(placeKey(edit)));
      if (others.length > 0 && others.length < edits.length) await trySave(others);
      return null;
    }
  };

  return {
    held,
    isSaving: waiting > 0,
    canUndo: steps.canUndo || waiting > 0,
    canRedo: steps.canRedo,
    save: useStable((edits: readonly SeenEdit[]) => steps.after(trySave(edits))),
    undo: steps.undo,
    redo: steps.redo,
    letGo: useStable((edit: Held) => change([edit], false)),
  };
}

/** The changes that an answer refuses, by place; all of them where it names none. */
function blame(problem: unknown, edits: readonly SeenEdit[], items: EditAssets["items"]): Map<string, Held> {
  const byPlace = new Map(edits.map((edit) => [placeKey(edit), edit]));
  const named = new Map<string, Held>();
  const note = (path: string, why: Partial<Held>) => {
    const place = placeAt(path, items);
    const edit = place && byPlace.get(placeKey(place));
    if (edit) named.set(placeKey(edit), { ...edit, problem, ...why });
  };
  for (const { path, now } of conflictsOf(problem)) note(path, { now: typeof now === "string" ? now : null });
  if (named.size === 0 && problem instanceof Problem) for (const { path } of problem.errors) note(path, {});
  if (named.size > 0) return named;
  return new Map(edits.map((edit) => [placeKey(edit), { ...edit, problem }]));
}
