"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeldWords } from "@/components/translations/held-words";
import { toasts } from "@/components/ui/toast";
import type { Draft } from "@/lib/drafts/schema";
import { useOpenedUniverse } from "./universe-editing";
import { type FieldValue, storedIn } from "./use-draft-edits";

type ChoiceField = "languages" | "pieces" | "visibility" | "background_color" | "style";

interface Choice<Value> {
  /** What is chosen; what was refused is still shown as it was chosen. */
  value: Value;
  choose: (value: Value) => Promise<void>;
  /** What the studio did not take, and the choice what is to count. */
  notice: ReactNode;
}

/**
 * A choice of the universe that is kept at once. `say`: a value in the words of the page. With `isTold` a toast tells of
 * it, and offers the way back.
 */
export function useChoice<Field extends ChoiceField>(
  field: Field,
  say: (value: Draft[Field]) => string,
  isTold = false,
): Choice<Draft[Field]> {
  const { draft, edits } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const held = edits.held.get(field);
  const stored = (held ? storedIn(held) : draft[field]) as Draft[Field];
  const words = (value: FieldValue | undefined) => (value === undefined ? null : say(value as Draft[Field]));

  const choose = async (value: Draft[Field]) => {
    const refused = await edits.save({ path: field, value, seen: stored });
    if (refused || !isTold) return;
    const toastId = toasts.add({
      title: t("changed", { what: say(value) }),
      type: "success",
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void edits.save({ path: field, value: stored, seen: value });
        },
      },
    });
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
