"use client";

import { ArrowLeft, Undo2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo } from "react";
import { LiveBadge } from "@/components/drafts/live-badge";
import { useCommands } from "@/components/site/commands";
import { isTyping } from "@/components/site/key-targets";
import { useKeyHelp } from "@/components/site/page-keys";
import { useControlKey } from "@/components/site/use-control-key";
import { Button } from "@/components/ui/button";
import type { Draft } from "@/lib/drafts/schema";
import type { LiveState } from "@/lib/realtime/live-topic";
import { SaveMark } from "./save-mark";
import type { IdeaEdits } from "./use-idea-edits";

interface IdeaHeaderProps {
  draft: Draft;
  live: LiveState;
  /** Null for those who only look. */
  edits: IdeaEdits | null;
}

/** Whose ideas they are, whether they are kept, and the way back through what was changed. */
export function IdeaHeader({ draft, live, edits }: IdeaHeaderProps) {
  const t = useTranslations("ideas");
  const locale = useLocale();
  const control = useControlKey();
  const name = draft.names[locale] ?? draft.name;
  const rows = useMemo(
    () => [
      { keys: [t("keys.space")], text: t("keys.lift") },
      { keys: ["↑", "↓"], text: t("keys.move") },
      { keys: [control, "Z"], text: t("keys.undo") },
    ],
    [t, control],
  );
  useKeyHelp(rows);
  const canUndo = edits?.canUndo ?? false;
  useCommands(
    edits && canUndo
      ? [{ id: "undo", label: t("undo"), icon: <Undo2 aria-hidden="true" />, run: edits.undo }]
      : none,
  );
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    // In a field the browser takes back what is being typed.
    if (!isUndo || !canUndo || isWriting(event.target)) return;
    event.preventDefault();
    void edits?.undo();
  });
  // Listens on the whole page.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <header className="flex flex-col gap-2">
      <Link
        href={`/drafts/${draft.id}`}
        className="-ml-2 flex min-h-11 items-center gap-1.5 self-start rounded-full px-2 font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5 shrink-0" />
        <span className="wrap-anywhere">{name}</span>
      </Link>
      <h1 className="wrap-anywhere text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="max-w-2xl text-ink-soft text-lg">{edits ? t("text") : t("readOnly")}</p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <LiveBadge state={live} />
        {edits ? (
          <>
            <SaveMark saving={edits.saving} />
            <Button variant="quiet" disabled={!canUndo} onClick={edits.undo}>
              <Undo2 aria-hidden="true" />
              {t("undo")}
            </Button>
          </>
        ) : null}
      </div>
    </header>
  );
}

const none: never[] = [];

/** Boxes and switches keep nothing that could be taken back by the browser. */
function isWriting(target: EventTarget | null): boolean {
  const isSwitch = target instanceof HTMLInputElement && /^(checkbox|radio|range)$/.test(target.type);
  return !isSwitch && isTyping(target);
}
