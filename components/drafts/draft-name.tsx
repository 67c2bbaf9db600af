"use client";

import { PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/lib/cn";
import type { Draft } from "@/lib/drafts/schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { DraftNameConflict } from "./draft-name-conflict";
import { DraftNameForm } from "./draft-name-form";
import type { DeckEdits } from "./use-deck-edits";

interface DraftNameProps {
  draft: Draft;
  canEdit: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  edits: DeckEdits;
}

/** A name that was typed, what stood there when its writing began, and what became of it. */
interface Written {
  mine: string;
  seen: string;
  refusal?: string;
  /** Somebody wrote this meanwhile. */
  now?: string;
}

/** The name of the universe as its reader sees it, written in place. */
export function DraftName({ draft, canEdit, isOpen, onOpen, edits }: DraftNameProps) {
  const t = useTranslations("draftPage");
  const locale = useLocale();
  const problemText = useProblemText();
  const pencil = useRef<HTMLButtonElement>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const shown = draft.names[locale] ?? draft.name;
  const [seen, setSeen] = useState(shown);
  // What stands there when the writing begins is what counts as seen.
  if (!isOpen && !written && seen !== shown) setSeen(shown);
  /** Where this language has a name of its own, that one is written; else the one for all. */
  const changeOf = (name: string) =>
    draft.names[locale] && draft.names[locale] !== draft.name ? { names: { [locale]: name } } : { name };

  const close = () => {
    onOpen(false);
    setWritten(null);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const save = async (mine: string, before: string) => {
    close();
    if (mine === before) return;
    try {
      await edits.rename({ ...changeOf(mine), expected: changeOf(before) });
    } catch (problem) {
      const [conflict] = conflictsOf(problem);
      if (conflict) return setWritten({ mine, seen: before, now: String(conflict.now ?? "") });
      setWritten({ mine, seen: before, refusal: problemText(problem) });
      onOpen(true);
    }
  };

  if (isOpen)
    return (
      <>
        <h1 className="sr-only">{shown}</h1>
        <DraftNameForm
          initial={written?.mine ?? shown}
          refusal={written?.refusal ?? null}
          onSave={(name) => void save(name, written?.seen ?? seen)}
          onCancel={close}
        />
      </>
    );
  return (
    <>
      <div className="flex items-start gap-1">
        <h1 className="wrap-anywhere min-w-0 py-1 text-3xl sm:text-4xl">{shown}</h1>
        {canEdit ? (
          <button
            ref={pencil}
            type="button"
            aria-label={t("rename")}
            title={t("rename")}
            onClick={() => onOpen(true)}
            className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "text-ink-soft")}
          >
            <PencilLine aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {written?.now !== undefined ? (
        <DraftNameConflict
          mine={written.mine}
          now={written.now}
          onMine={() => void save(written.mine, written.now ?? "")}
          onTheirs={() => setWritten(null)}
        />
      ) : null}
    </>
  );
}
