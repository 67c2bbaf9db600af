"use client";

import { useTranslations } from "next-intl";
import { SaveState } from "@/components/translations/save-state";
import { StepButtons } from "@/components/ui/step-buttons";
import { toasts } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { NameIn } from "./panel/names-part";
import { UniverseEditingContext } from "./panel/universe-editing";
import { useDraftEdits } from "./panel/use-draft-edits";

interface UniverseNamesProps {
  draft: Draft;
  assets: readonly Asset[];
  canEdit: boolean;
  /** On a phone one language is shown at a time. */
  phoneLanguage: Language;
}

const onBroken = () => {};

/** What the universe is called in each of its languages, beside the words of its cards. */
export function UniverseNames({ draft, assets, canEdit, phoneLanguage }: UniverseNamesProps) {
  const t = useTranslations("universePanel");
  const edits = useDraftEdits(draft.id);
  const walk = async (way: () => Promise<boolean>) => {
    if (!(await way())) toasts.add({ title: t("notUndone"), type: "error" });
  };
  return (
    <UniverseEditingContext value={{ draft, assets, canEdit, edits, onBroken }}>
      <section
        aria-labelledby="universe-names"
        className="flex flex-col gap-2 rounded-card bg-surface p-4 shadow-card"
      >
        <div className="flex min-h-11 flex-wrap items-center gap-x-2">
          <h2 id="universe-names" className="text-lg">
            {t("ownName")}
          </h2>
          <span className="flex-1" />
          {canEdit && (edits.canUndo || edits.canRedo) ? (
            <>
              <SaveState edits={edits} />
              <StepButtons
                steps={edits}
                undoLabel={t("undo")}
                redoLabel={t("redo")}
                onUndo={() => void walk(edits.undo)}
                onRedo={() => void walk(edits.redo)}
              />
            </>
          ) : null}
        </div>
        <div className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
          {draft.languages.map((language) => (
            <div key={language} className={cn(language !== phoneLanguage && "max-sm:hidden")}>
              <NameIn language={language} />
            </div>
          ))}
        </div>
      </section>
    </UniverseEditingContext>
  );
}
