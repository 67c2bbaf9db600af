"use client";

import { ExternalLink, Eye, RotateCcw, Sparkles, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Command, useCommands } from "@/components/site/commands";

interface DraftCommands {
  /** Where it can be seen before it is out; null while there is nothing to see. */
  preview: string | null;
  /** Address of the universe as children see it, where it is out. */
  view: string | null;
  hasFailed: boolean;
  /** Null where there is nothing to make, or to stop. */
  onMake: (() => void) | null;
  onStop: (() => void) | null;
}

/** Offers in the palette what the head of a draft's page offers as buttons. */
export function useDraftCommands({ preview, view, hasFailed, onMake, onStop }: DraftCommands): void {
  const t = useTranslations("draft");
  const tPreview = useTranslations("preview");
  const commands: Command[] = [];
  if (onMake) {
    const icon = hasFailed ? <RotateCcw aria-hidden="true" /> : <Sparkles aria-hidden="true" />;
    commands.push({ id: "make", label: hasFailed ? t("retry") : t("make"), icon, run: onMake });
  }
  if (onStop)
    commands.push({ id: "stop", label: t("stop"), icon: <Square aria-hidden="true" />, run: onStop });
  const open = (address: string) => () => void window.open(address, "_blank", "noopener");
  if (preview)
    commands.push({
      id: "preview",
      label: tPreview("open"),
      icon: <Eye aria-hidden="true" />,
      run: open(preview),
    });
  if (view)
    commands.push({
      id: "view",
      label: t("view"),
      icon: <ExternalLink aria-hidden="true" />,
      run: open(view),
    });
  useCommands(commands);
}
