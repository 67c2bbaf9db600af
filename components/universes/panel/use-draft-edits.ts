"use client";

import { useState } from "react";
import { useSteps } from "@/components/translations/use-steps";
import { useEditDraft } from "@/lib/drafts/edit-mutations";
import type { EditDraft } from "@/lib/drafts/edit-schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { withValue } from "@/lib/edits/fields";

/** What a field of a universe may say: a text, or a list of words. */
export type FieldValue = string | readonly string[] | null;

/** One field with its new value, and what the person saw there when they began. */
export interface FieldEdit {
  /** As the API names it: `names.de`, `background_color`. */
  path: string;
  value: FieldValue;
  seen: FieldValue;
}

/** What a person chose and the studio did not take; it is kept until they decide. */
export interface HeldEdit extends FieldEdit {
  problem: unknown;
  /** Somebody else's choice meanwhile; absent where that is not why. */
  now?: FieldValue;
}

export interface DraftEdits {
  held: ReadonlyMap<string, HeldEdit>;
  isSaving: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Keeps a change. What is refused is held and answered; null when it was taken. */
  save: (edit: FieldEdit) => Promise<HeldEdit | null>;
  /** Takes the last change back; false when that is no longer possible. */
  undo: () => Promise<boolean>;
  /** Does again what was taken back. */
  redo: () => Promise<boolean>;
  /** Lets go of what was held, in favour of what the universe says. */
  letGo: (edit: FieldEdit) => void;
}

/** What stands in a field of which a change is held: what somebody else chose, else what was there before. */
export const storedIn = ({ now, seen }: HeldEdit): FieldValue => (now === undefined ? seen : now);

function changeOf({ path, value, seen }: FieldEdit): EditDraft {
  const at = path.split(".");
  return { ...withValue({}, at, value), expected: withValue({}, at, seen) };
}

/** Changes of a universe, field by field, with their way back and with what could not be kept. */
export function useDraftEdits(draftId: string): DraftEdits {
  const { mutateAsync } = useEditDraft(draftId);
  const [held, setHeld] = useState<ReadonlyMap<string, HeldEdit>>(new Map());
  const [waiting, setWaiting] = useState(0);

  const hold = (edit: HeldEdit) => setHeld((before) => new Map(before).set(edit.path, edit));
  const letGo = ({ path }: FieldEdit) =>
    setHeld((before) => new Map([...before].filter(([held]) => held !== path)));
  const send = async (input: EditDraft) => {
    setWaiting((count) => count + 1);
    try {
      return (await mutateAsync(input)).undo;
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  const steps = useSteps<EditDraft>(send);

  const trySave = async (edit: FieldEdit) => {
    letGo(edit);
    try {
      const back = await send(changeOf(edit));
      if (back) steps.add(back);
      return null;
    } catch (problem) {
      const conflict = conflictsOf(problem).find(({ path }) => path === edit.path);
      const refused = { ...edit, problem, ...(conflict ? { now: conflict.now as FieldValue } : {}) };
      hold(refused);
      return refused;
    }
  };

  return {
    held,
    isSaving: waiting > 0,
    canUndo: steps.canUndo || waiting > 0,
    canRedo: steps.canRedo,
    save: (edit) => steps.after(trySave(edit)),
    undo: () => steps.undo(),
    redo: () => steps.redo(),
    letGo,
  };
}
