"use client";

import {
  ExternalLink,
  Eye,
  History,
  Languages,
  ListChecks,
  Palette,
  PencilLine,
  Plus,
  RotateCcw,
  Sparkles,
  Square,
  Undo2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Command, useCommands } from "@/components/site/commands";
import { openUniverse } from "@/components/universes/panel/open-panel";
import type { Draft } from "@/lib/drafts/schema";

/** Each null where it cannot be done. */
interface DraftCommands {
  draft: Draft;
  hasCards: boolean;
  /** Where it can be seen before it is out; null while there is nothing to see. */
  preview: string | null;
  /** Address of the universe as children see it, where it is out. */
  view: string | null;
  onMake: (() => void) | null;
  onRetry: (() => void) | null;
  onStop: (() => void) | null;
  onUndo: (() => void) | null;
  onName: (() => void) | null;
  onChoose: (() => void) | null;
  onAdd: (() => void) | null;
}

/** Offers in the palette what the page of a draft offers as buttons. */
export function useDraftCommands(offers: DraftCommands): void {
  const t = useTranslations("draft");
  const tPage = useTranslations("draftPage");
  const tPreview = useTranslations("preview");
  const router = useRouter();
  const { draft, hasCards, preview, view } = offers;
  const show = (address: string | null) => address && (() => void window.open(address, "_blank", "noopener"));
  const all: (Omit<Command, "run"> & { run: Command["run"] | "" | null })[] = [
    { id: "make", label: t("make"), icon: <Sparkles aria-hidden="true" />, run: offers.onMake },
    {
      id: "retry",
      label: tPage("failures.again"),
      icon: <RotateCcw aria-hidden="true" />,
      run: offers.onRetry,
    },
    { id: "stop", label: t("stop"), icon: <Square aria-hidden="true" />, run: offers.onStop },
    { id: "add-card", label: tPage("add"), icon: <Plus aria-hidden="true" />, run: offers.onAdd },
    {
      id: "choose-cards",
      label: tPage("keys.chooseAll"),
      icon: <ListChecks aria-hidden="true" />,
      run: offers.onChoose,
    },
    { id: "rename", label: tPage("rename"), icon: <PencilLine aria-hidden="true" />, run: offers.onName },
    {
      id: "universe",
      label: tPage("universe"),
      keywords: tPage("universeHint"),
      icon: <Palette aria-hidden="true" />,
      run: () => openUniverse(),
    },
    {
      id: "words",
      label: tPage("words"),
      icon: <Languages aria-hidden="true" />,
      run: hasCards ? () => router.push(`/drafts/${draft.id}/words`) : null,
    },
    { id: "preview", label: tPreview("open"), icon: <Eye aria-hidden="true" />, run: show(preview) },
    { id: "view", label: t("view"), icon: <ExternalLink aria-hidden="true" />, run: show(view) },
    {
      id: "releases",
      label: t("releases"),
      icon: <History aria-hidden="true" />,
      run: draft.release === null ? null : () => router.push(`/drafts/${draft.id}/releases`),
    },
    { id: "undo", label: tPage("undo"), icon: <Undo2 aria-hidden="true" />, run: offers.onUndo },
  ];
  useCommands(all.flatMap(({ run, ...command }) => (run ? [{ ...command, run }] : [])));
}
