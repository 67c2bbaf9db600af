"use client";

import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DeckEdits } from "./use-deck-edits";

/** Whether all that was changed is kept. Notices tell screen readers what was not. */
export function SaveState({ edits }: { edits: DeckEdits }) {
  const t = useTranslations("draftPage");
  if (edits.isSaving)
    return (
      <Said icon={<LoaderCircle aria-hidden="true" className="animate-spin" />} state="saving">
        {t("saving")}
      </Said>
    );
  if (edits.retry)
    return (
      <span className="flex min-h-7 flex-wrap items-center">
        <Said icon={<CircleAlert aria-hidden="true" className="text-danger" />} state="failed">
          {t("notSaved")}
        </Said>
        <button
          type="button"
          onClick={edits.retry}
          className="h-11 rounded-full px-2 font-bold text-berry text-sm underline underline-offset-4 hover:bg-berry-wash"
        >
          {t("again")}
        </button>
      </span>
    );
  return (
    <Said icon={<Check aria-hidden="true" className="text-leaf" />} state="saved">
      {t("saved")}
    </Said>
  );
}

interface SaidProps {
  icon: React.ReactNode;
  state: "saving" | "saved" | "failed";
  children: React.ReactNode;
}

function Said({ icon, state, children }: SaidProps) {
  return (
    <span
      data-saving={state}
      className="inline-flex h-7 items-center gap-1.5 px-1 font-bold text-ink-soft text-sm [&_svg]:size-4"
    >
      {icon}
      {children}
    </span>
  );
}
