"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { EditText } from "@/components/cards/panel/edit-text";
import { HeldWords } from "@/components/translations/held-words";
import type { Language } from "@/lib/contract/languages";
import { valueAt } from "@/lib/edits/fields";
import { useOpenedUniverse } from "./universe-editing";
import { storedIn } from "./use-draft-edits";

interface UniverseTextProps {
  /** As the API names the field. */
  path: string;
  label: string;
  language?: Language;
  maxLength: number;
  isLong?: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  /** What the field says while the universe says nothing itself; writing it is saying nothing. */
  otherwise?: string;
  /** It may not be empty. */
  isNeeded?: boolean;
}

/** A text of the universe, written in place, with what became of a change that came too late. */
export function UniverseText({ path, language, otherwise, isNeeded = false, ...look }: UniverseTextProps) {
  const { draft, canEdit, edits } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const notes = useId();
  const own = valueAt(draft, path.split(".")) as string | null;
  const held = edits.held.get(path);
  const stored = (held ? storedIn(held) : own) as string | null;
  const shown = (held ? (held.value as string | null) : own) ?? otherwise ?? null;

  const save = async (written: string | null, seen: string | null) => {
    if (isNeeded && written === null) return null;
    const value = written === otherwise ? null : written;
    if (value === seen) return null;
    const refused = await edits.save({ path, value, seen });
    return refused && { stored: storedIn(refused) as string | null };
  };

  if (!canEdit)
    return (
      <div className="min-w-0 flex-1">
        <p className={look.isLabelHidden ? "sr-only" : "font-bold text-sm"}>{look.label}</p>
        <p lang={language} className="wrap-anywhere leading-snug">
          {shown ?? <span className="text-ink-soft">{look.placeholder ?? t("nothing")}</span>}
        </p>
      </div>
    );
  return (
    <div className="min-w-0 flex-1">
      <EditText
        {...look}
        language={language}
        value={shown}
        stored={stored}
        isWrong={held !== undefined}
        describedBy={notes}
        onSave={save}
      />
      <div id={notes}>
        {held ? (
          <HeldWords
            held={{
              value: held.value as string | null,
              problem: held.problem,
              language,
              ...(held.now === undefined ? {} : { now: held.now as string | null }),
            }}
            onKeep={() => void edits.save({ path, value: held.value, seen: storedIn(held) })}
            onLetGo={() => edits.letGo(held)}
          />
        ) : null}
      </div>
    </div>
  );
}
