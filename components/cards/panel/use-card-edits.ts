"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useSteps } from "@/components/translations/use-steps";
import { useEditAssets } from "@/lib/cards/mutations";
import type { EditAssets } from "@/lib/cards/schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { withValue } from "@/lib/edits/fields";
import { readAnew } from "@/lib/read-anew";
import { versionKeys } from "@/lib/versions/queries";
import { isCardOpen, openCard } from "./open-card";

type Value = string | boolean | null;

/** One field of one card with its new value, and what the person saw there when they began. */
export interface FieldEdit {
  cardId: string;
  /** As the API names it: `concept`, `names.de`, `texts.fr.alt_text`. */
  path: string;
  value: Value;
  seen: Value;
}

/** What a person wrote and the studio did not take; it is kept until they choose. */
export interface HeldEdit extends FieldEdit {
  problem: unknown;
  /** Somebody wrote this meanwhile; absent where that is not why. */
  now?: Value;
}

export interface CardEdits {
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
  /** Lets go of what was held, in favour of what the card says. */
  letGo: (edit: FieldEdit) => void;
  /** Waits for what is on its way; resolves to whether this card says all that was written. */
  settle: (cardId: string) => Promise<boolean>;
}

/** One key for one field. */
export const fieldKey = ({ cardId, path }: Pick<FieldEdit, "cardId" | "path">) => `${cardId} ${path}`;

function itemOf({ cardId, path, value, seen }: FieldEdit): EditAssets["items"][number] {
  const at = path.split(".");
  return { id: cardId, ...withValue({}, at, value), expected: withValue({}, at, seen) };
}

/** Changes of cards, field by field, with their way back and with what could not be kept. */
export function useCardEdits(draftId: string): CardEdits {
  const client = useQueryClient();
  const { mutateAsync } = useEditAssets(draftId);
  const [held, setHeld] = useState<ReadonlyMap<string, HeldEdit>>(new Map());
  const saves = useRef(new Map<string, Promise<HeldEdit | null>>());
  const [waiting, setWaiting] = useState(0);

  const hold = (edit: HeldEdit) => setHeld((before) => new Map(before).set(fieldKey(edit), edit));
  const letGo = (edit: FieldEdit) =>
    setHeld((before) => {
      if (!before.has(fieldKey(edit))) return before;
      const next = new Map(before);
      next.delete(fieldKey(edit));
      return next;
    });
  const send = async (input: EditAssets) => {
    setWaiting((count) => count + 1);
    try {
      const { undo } = await mutateAsync(input);
      // Read while the change was still on its way, they say what was.
      for (const { id } of input.items) void readAnew(client, versionKeys.prompt(draftId, id));
      return undo;
    } finally {
      setWaiting((count) => count - 1);
    }
  };

  const steps = useSteps<EditAssets>(async (step) => {
    // A person who takes something back sees where; at once, and not where they have closed the card meanwhile.
    const [item] = step.items;
    if (item && isCardOpen()) openCard(item.id);
    return await send(step);
  });

  const trySave = async (edit: FieldEdit) => {
    letGo(edit);
    try {
      const back = await send({ items: [itemOf(edit)] });
      if (back) steps.add(back);
      return null;
    } catch (problem) {
      const conflict = conflictsOf(problem).find(({ path }) => path === `items.0.${edit.path}`);
      const refused = { ...edit, problem, ...(conflict ? { now: conflict.now as Value } : {}) };
      hold(refused);
      return refused;
    }
  };

  return {
    held,
    isSaving: waiting > 0,
    canUndo: steps.canUndo || waiting > 0,
    canRedo: steps.canRedo,
    save: (edit) => {
      const saved = trySave(edit);
      saves.current.set(fieldKey(edit), saved);
      return steps.after(saved);
    },
    undo: () => steps.undo(),
    redo: steps.redo,
    letGo: (edit) => {
      saves.current.delete(fieldKey(edit));
      letGo(edit);
    },
    settle: async (cardId) => {
      const ofCard = [...saves.current].filter(([key]) => key.startsWith(cardId));
      const ends = await Promise.all(ofCard.map(([, saved]) => saved));
      return ends.every((refusal) => refusal === null);
    },
  };
}
