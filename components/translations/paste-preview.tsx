"use client";

import { ArrowRight, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PasteNote, type PastePlan, type PasteTarget, pasteNotes } from "@/lib/translations/plan-paste";

/** What is left out or left alone, and why. */
export function PasteNotes({ plan }: { plan: PastePlan }) {
  const t = useTranslations("words.paste.notes");
  const notes = pasteNotes.filter((kind): kind is PasteNote => plan.notes[kind] !== undefined);
  const isEmpty = plan.changes.length === 0;
  if (notes.length === 0 && !plan.byHeading && !isEmpty) return null;
  return (
    <ul className="flex flex-col gap-1.5 rounded-2xl bg-sea-wash px-4 py-3 text-sea-ink text-sm">
      {plan.byCard ? (
        <PasteLine text={t("byCard")} />
      ) : plan.byHeading ? (
        <PasteLine text={t("byHeading")} />
      ) : null}
      {notes.map((kind) => (
        <PasteLine key={kind} text={t(kind, { count: plan.notes[kind] ?? 0 })} />
      ))}
      {isEmpty ? <PasteLine text={t("nothing")} /> : null}
    </ul>
  );
}

function PasteLine({ text }: { text: string }) {
  return (
    <li className="flex items-start gap-2 font-semibold">
      <Info aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {text}
    </li>
  );
}

/** Each text that changes, as it is and as it would be. */
export function PasteChanges({ plan, target }: { plan: PastePlan; target: PasteTarget }) {
  const t = useTranslations("words.paste");
  const concepts = new Map(target.cards.map(({ id, concept }) => [id, concept]));
  return (
    <ul
      aria-label={t("changes")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys
      tabIndex={0}
      className="max-h-[38dvh] overflow-y-auto rounded-2xl border border-line"
    >
      {plan.changes.map(({ cardId, language, seen, value }) => (
        <li
          key={`${cardId} ${language}`}
          className="flex items-start gap-2 border-line border-t px-3 py-2 leading-snug first:border-t-0"
        >
          <span className="sr-only">{concepts.get(cardId)}</span>
          <abbr title={language} className="w-7 shrink-0 pt-0.5 font-bold text-ink-soft text-xs no-underline">
            {language.toUpperCase()}
          </abbr>
          <del lang={language} className="wrap-anywhere min-w-0 flex-1 text-ink-soft">
            {seen ?? "–"}
          </del>
          <ArrowRight aria-hidden="true" className="mt-1 size-4 shrink-0 text-ink-soft" />
          <ins lang={language} className="wrap-anywhere min-w-0 flex-1 font-semibold no-underline">
            {value}
          </ins>
        </li>
      ))}
    </ul>
  );
}
