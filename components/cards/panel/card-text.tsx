"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CellFindings } from "@/components/translations/cell-findings";
import { HeldWords } from "@/components/translations/held-words";
import type { Language } from "@/lib/contract/languages";
import { valueAt } from "@/lib/edits/fields";
import type { WordField } from "@/lib/language-check/finding";
import { placeKey } from "@/lib/translations/words";
import { useOpenedCard } from "./card-editing";
import { EditText } from "./edit-text";
import { fieldKey } from "./use-card-edits";

interface CardTextProps {
  /** As the API names the field. */
  path: string;
  /** Where the card keeps it, when under another name. */
  storedAt?: string;
  label: string;
  language?: Language;
  /** What the language check looks at there. */
  field?: WordField;
  maxLength: number;
  isLong?: boolean;
  isLabelHidden?: boolean;
  disabled?: boolean;
  placeholder?: string;
  /** What the field says while the card says nothing itself. */
  otherwise?: string;
  className?: string;
}

/** A text of the card, written in place, with what the check says of it and what became of a change that came too late. */
export function CardText({ path, storedAt = path, language, field, otherwise, ...look }: CardTextProps) {
  const { card, canEdit, edits, check } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const notes = useId();
  const own = (valueAt(card, storedAt.split(".")) as string | null) ?? null;
  const held = edits.held.get(fieldKey({ cardId: card.id, path }));
  const place = field && language ? placeKey({ cardId: card.id, language, field }) : "";
  const findings = check.byPlace.get(place) ?? [];
  const mended = check.mendings.get(place)?.value;
  const stored = held ? ((held.now === undefined ? held.seen : held.now) as string | null) : own;
  const shown = held ? (held.value as string | null) : (own ?? otherwise ?? null);

  const save = async (value: string | null, seen: string | null) => {
    const refused = await edits.save({ cardId: card.id, path, value, seen });
    return refused && { stored: (refused.now === undefined ? refused.seen : refused.now) as string | null };
  };

  if (!canEdit)
    return (
      <div className="min-w-0 flex-1">
        <p className={look.isLabelHidden ? "sr-only" : "font-bold text-sm"}>{look.label}</p>
        <p lang={language} className="wrap-anywhere leading-snug">
          {shown ?? <span className="text-ink-soft">{t("nothing")}</span>}
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
        isWrong={held !== undefined || findings.some(({ severity }) => severity === "error")}
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
            onKeep={() => void save(held.value as string | null, stored)}
            onLetGo={() => edits.letGo(held)}
          />
        ) : findings.length > 0 && language ? (
          <CellFindings
            findings={findings}
            language={language}
            mended={mended ?? undefined}
            isShort={field === "name" || field === "speak_as"}
            isInGrid={false}
            onMend={() => void save(mended ?? null, own)}
            onConfirm={
              findings.some(({ rule }) => rule === "needs_review") ? () => void save(own, own) : undefined
            }
          />
        ) : null}
      </div>
    </div>
  );
}
