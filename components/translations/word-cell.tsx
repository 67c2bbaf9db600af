"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import type { Finding, WordField } from "@/lib/language-check/finding";
import { mostCharacters } from "@/lib/translations/words";
import { CellEditor, type Leave } from "./cell-editor";
import { CellFindings } from "./cell-findings";
import { HeldWords } from "./held-words";
import { SeverityMark } from "./severity-mark";
import type { Held } from "./use-word-edits";

/** What a cell asks of its table. These stay the same objects, so that one cell's news draws one cell. */
export interface CellActions {
  commit: (text: string, leave: Leave) => void;
  cancel: () => void;
  mend: (row: number, column: number) => void;
  /** The name is right, though the model was not sure of it. */
  confirm: (row: number, column: number) => void;
  keep: (held: Held) => void;
  letGo: (held: Held) => void;
}

interface WordCellProps {
  row: number;
  column: number;
  language: Language;
  field: WordField;
  /** What the row is about. */
  card: string;
  value: string | null;
  findings: readonly Finding[] | undefined;
  /** What the text would be without all that can be mended. */
  mended: string | undefined;
  held: Held | undefined;
  canEdit: boolean;
  /** A text of a card that has no name in this language has nothing to hang on. */
  isClosed: boolean;
  isActive: boolean;
  isMarked: boolean;
  /** Nothing else is marked. */
  isAlone: boolean;
  editing: "keep" | "fresh" | null;
  /** On a phone one language is shown at a time. */
  isHiddenOnPhones: boolean;
  actions: CellActions;
}

const missing = (finding: Finding) => finding.rule === "missing_name" || finding.rule === "missing_alt";

export const WordCell = memo(function WordCell(props: WordCellProps) {
  const {
    row,
    column,
    language,
    field,
    card,
    value,
    findings = [],
    held,
    canEdit,
    isClosed,
    actions,
  } = props;
  const t = useTranslations("words");
  const tLanguages = useTranslations("account.languages");
  const shown = held ? held.value : value;
  const worst = findings.find(({ severity }) => severity === "error") ?? findings[0];
  const isUnsure = findings.some(({ rule }) => rule === "needs_review");
  const isOpen = props.editing !== null;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus and keys
      role="gridcell"
      data-row={row}
      data-column={column}
      tabIndex={props.isActive && !isOpen ? 0 : -1}
      aria-colindex={column + 2}
      aria-selected={props.isMarked}
      aria-readonly={!canEdit || isClosed || undefined}
      aria-invalid={held || worst?.severity === "error" ? true : undefined}
      className={cn(
        "cursor-cell border-line border-t border-l p-2.5 align-middle leading-snug outline-sea -outline-offset-3 focus:outline-3",
        props.isMarked && (props.isAlone ? "group-focus-within/table:bg-sea-wash" : "bg-sea-wash"),
        props.isHiddenOnPhones && "max-sm:hidden",
      )}
    >
      {isOpen ? (
        <CellEditor
          label={t("editing", { card, language: tLanguages(language), field: t(`fields.${field}`) })}
          language={language}
          initial={props.editing === "fresh" ? "" : (shown ?? "")}
          maxLength={mostCharacters[field]}
          onCommit={actions.commit}
          onCancel={actions.cancel}
        />
      ) : (
        <>
          <Shown text={shown} language={language} missing={findings.find(missing)} isClosed={isClosed} />
          {held ? (
            <HeldWords held={held} onKeep={actions.keep} onLetGo={actions.letGo} />
          ) : findings.some((finding) => !missing(finding)) ? (
            <CellFindings
              findings={findings.filter((finding) => !missing(finding))}
              language={language}
              mended={canEdit ? props.mended : undefined}
              isShort={field === "name" || field === "speak_as"}
              onMend={() => actions.mend(row, column)}
              onConfirm={canEdit && isUnsure ? () => actions.confirm(row, column) : undefined}
            />
          ) : null}
        </>
      )}
    </td>
  );
});

interface ShownProps {
  text: string | null;
  language: Language;
  missing: Finding | undefined;
  isClosed: boolean;
}

function Shown({ text, language, missing, isClosed }: ShownProps) {
  const t = useTranslations("words");
  if (text !== null)
    return (
      <span lang={language} className="wrap-anywhere whitespace-pre-wrap">
        {text}
      </span>
    );
  if (isClosed) return <span className="text-ink-soft text-sm">{t("nameFirst")}</span>;
  if (!missing) return <span className="text-ink-soft">–</span>;
  return (
    <span title={t(`rules.${missing.rule}.text`)} className="flex items-center gap-1 text-ink-soft text-sm">
      <SeverityMark severity={missing.severity} />
      {t("missing")}
    </span>
  );
}
