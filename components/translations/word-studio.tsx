"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useLeaveWhenGone } from "@/components/members/use-leave-when-gone";
import { Skeleton } from "@/components/ui/skeleton";
import { toasts } from "@/components/ui/toast";
import { UniverseNames } from "@/components/universes/universe-names";
import { wordLanguage } from "@/lib/cards/ideas";
import type { Language } from "@/lib/contract/languages";
import { useDraftLive } from "@/lib/drafts/live";
import { assetListQuery, draftQuery } from "@/lib/drafts/queries";
import { type Rule, readWord, type WordField, wordFields } from "@/lib/language-check/finding";
import { fixesOf, type WordEdit } from "@/lib/language-check/mend-deck";
import { writeBlock } from "@/lib/translations/clipboard";
import type { SeenEdit } from "@/lib/translations/words";
import { CheckSummary } from "./check-summary";
import { FieldChoice } from "./field-choice";
import { PasteDialog, type Pasting } from "./paste-dialog";
import { PhoneLanguage } from "./phone-language";
import { useDeckCheck } from "./use-deck-check";
import { useGrid } from "./use-grid";
import { useNarrow } from "./use-narrow";
import { useWordEdits } from "./use-word-edits";
import { useWordNotices } from "./use-word-notices";
import { WordHeader } from "./word-header";
import { WordTable } from "./word-table";
import { WordTools } from "./word-tools";

/** The words of a universe in all its languages: checked, written in place, and carried to and from a spreadsheet. */
export function WordStudio({ draftId }: { draftId: string }) {
  const t = useTranslations("words");
  const locale = useLocale();
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const { data: page } = useSuspenseQuery(assetListQuery(draftId));
  const live = useDraftLive(draftId, draft.active_job_id !== null);
  useLeaveWhenGone(draft);
  const cards = page.items;
  const isNarrow = useNarrow();
  const asked = useSearchParams().get("field");
  const [field, setField] = useState<WordField>(() => wordFields.find((one) => one === asked) ?? "name");
  const [phoneChoice, setPhoneChoice] = useState<Language | null>(null);
  const [pasting, setPasting] = useState<Pasting | null>(null);

  const phoneLanguage = wordLanguage(phoneChoice ?? locale, draft.languages);
  const columns = isNarrow ? [phoneLanguage] : draft.languages;
  const grid = useGrid({ rows: cards.length, columns: columns.length });
  const edits = useWordEdits(draftId);
  const { undo, redo, saveMany } = useWordNotices(edits);
  const { findings, byPlace, mendings } = useDeckCheck(cards, draft.languages);
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";

  const ours = findings.filter((finding) => finding.field === field);
  const mendable = [...mendings.values()].filter((edit) => edit.field === field);
  const counts = Object.fromEntries(
    wordFields.map((one) => [one, findings.filter((finding) => finding.field === one).length]),
  ) as Record<WordField, number>;

  const withSeen = (changes: readonly WordEdit[]): SeenEdit[] =>
    changes.flatMap((change) => {
      const card = cards.find(({ id }) => id === change.cardId);
      return card ? [{ ...change, seen: readWord(card, change.language, change.field) }] : [];
    });
  const handleMend = (found: readonly WordEdit[]) => void saveMany(withSeen(found));
  const handleChange = (changes: SeenEdit[]) =>
    void (changes.length === 1 ? edits.save(changes) : saveMany(changes));

  const targetAt = (row: number, column: number) => ({
    cards,
    languages: draft.languages,
    field,
    row,
    column: Math.max(0, draft.languages.indexOf(columns[column] ?? "en")),
  });

  const handleShow = (rule: Rule) => {
    const found = ours.filter((finding) => finding.rule === rule);
    const at = found.map(({ cardId, language }) => ({
      row: cards.findIndex(({ id }) => id === cardId),
      column: draft.languages.indexOf(language),
    }));
    const { row, column } = grid.active;
    const isAfter = (spot: { row: number; column: number }) =>
      spot.row > row || (spot.row === row && spot.column > column);
    const next = isNarrow ? (at.find((spot) => spot.row > row) ?? at[0]) : (at.find(isAfter) ?? at[0]);
    if (!next) return;
    if (isNarrow) setPhoneChoice(draft.languages[next.column] ?? null);
    grid.go(isNarrow ? { row: next.row, column: 0 } : next);
  };

  const handleCopy = async () => {
    const heading = [t("card"), ...draft.languages];
    const rows = cards.map((card) => [
      card.concept,
      ...draft.languages.map((language) => readWord(card, language, field) ?? ""),
    ]);
    const done = await navigator.clipboard.writeText(writeBlock([heading, ...rows])).then(
      () => true,
      () => false,
    );
    toasts.add(
      done
        ? { title: t("copied"), description: t("copiedHint"), type: "success" }
        : { title: t("notCopied"), type: "error" },
    );
  };

  return (
    <div className="flex flex-col gap-5">
      <WordHeader draft={draft} live={live} edits={edits} canEdit={canEdit} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FieldChoice chosen={field} counts={counts} onChange={setField} />
        <WordTools
          edits={edits}
          canEdit={canEdit && cards.length > 0}
          onUndo={undo}
          onRedo={redo}
          onCopy={handleCopy}
          onPaste={() => setPasting({ block: null, target: targetAt(0, 0) })}
        />
      </div>
      {cards.length > 0 ? (
        <>
          <CheckSummary
            findings={ours}
            canEdit={canEdit}
            mendable={mendable.length}
            onMend={(found) => handleMend(fixesOf(found))}
            onMendAll={() => handleMend(mendable)}
            onShow={handleShow}
          />
          <PhoneLanguage languages={draft.languages} chosen={phoneLanguage} onChange={setPhoneChoice} />
          {field === "name" ? (
            <UniverseNames draft={draft} assets={cards} canEdit={canEdit} phoneLanguage={phoneLanguage} />
          ) : null}
          <WordTable
            cards={cards}
            languages={columns}
            phoneLanguage={phoneLanguage}
            field={field}
            findings={byPlace}
            mendings={mendings}
            edits={edits}
            grid={grid}
            canEdit={canEdit}
            onChange={handleChange}
            onMend={handleMend}
            onPaste={(block, { row, column }) => setPasting({ block, target: targetAt(row, column) })}
            onUndo={undo}
            onRedo={redo}
          />
        </>
      ) : (
        <p className="rounded-card bg-surface p-6 text-center text-ink-soft shadow-card">{t("empty")}</p>
      )}
      <PasteDialog
        pasting={pasting}
        onClose={() => setPasting(null)}
        onPaste={(changes) => {
          setPasting(null);
          void saveMany(changes);
        }}
      />
    </div>
  );
}

export function WordStudioSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <Skeleton className="h-10 w-64" />
      <Skeleton className="h-11 w-full max-w-xl rounded-full" />
      <Skeleton className="h-96 rounded-card" />
    </div>
  );
}
