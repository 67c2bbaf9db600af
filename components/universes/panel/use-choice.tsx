"use client";

import type { ReactNode } from "react";
import { HeldWords } from "@/components/translations/held-words";
import type { Draft } from "@/lib/drafts/schema";
import { useOpenedUniverse } from "./universe-editing";
import { type FieldValue, storedIn } from "./use-draft-edits";

type ChoiceField =
  | "languages"
  | "pieces"
  | "visibility"
  | "background_color"
  | "style"
  | "music_mood"
  | "music_genre";

interface Choice<Value> {
  /** What is chosen; what was refused is still shown as it was chosen. */
  value: Value;
  choose: (value: Value) => Promise<void>;
  /** What the studio did not take, and the choice what is to count. */
  notice: ReactNode;
}

/** A choice of the universe that is kept at once. `say`: a value in the words of the page. */
export function useChoice<Field extends ChoiceField>(
  field: Field,
  say: (value: Draft[Field]) => string,
): Choice<Draft[Field]> {
  const { draft, edits } = useOpenedUniverse();
  const held = edits.held.get(field);
  const stored = (held ? storedIn(held) : draft[field]) as Draft[Field];
  const words = (value: FieldValue | undefined) => (value === undefined ? null : say(value as Draft[Field]));

  const choose = async (value: Draft[Field]) => {
    await edits.save({ path: field, value, seen: stored });
  };
  return {
    value: (held ? held.value : draft[field]) as Draft[Field],
    choose,
    notice: held ? (
      <HeldWords
        held={{
          value: words(held.value),
          problem: held.problem,
          ...(held.now === undefined ? {} : { now: words(held.now) }),
        }}
        onKeep={() => void edits.save({ path: field, value: held.value, seen: stored })}
        onLetGo={() => edits.letGo(held)}
      />
    ) : null,
  };
}
