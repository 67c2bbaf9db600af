"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo } from "react";
import { isTyping } from "@/components/site/key-targets";
import { useLetterKeys } from "@/components/site/letter-keys";
import { useKeyHelp } from "@/components/site/page-keys";
import { searchFieldSelector } from "@/components/site/search-field";
import type { Draft } from "@/lib/drafts/schema";
import type { TileActions } from "./tile-menu";

interface ListKeysOptions {
  drafts: Draft[];
  actions: TileActions;
  isChoosing: boolean;
  onClear: () => void;
}

/** Keys of the list, and their lines on the sheet that `?` opens: / searches, x chooses, Delete deletes, Escape leaves choosing. */
export function useListKeys({ drafts, actions, isChoosing, onClear }: ListKeysOptions): void {
  const t = useTranslations("draftList.keys");
  const [areOn] = useLetterKeys();
  const rows = useMemo(
    () => [
      { keys: ["/"], text: t("search") },
      { keys: ["X"], text: t("choose") },
      { keys: ["Del"], text: t("delete") },
      { keys: ["Esc"], text: t("stop") },
    ],
    [t],
  );
  useKeyHelp(rows);

  const focused = () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-draft]")?.dataset.draft;
    return drafts.find((draft) => draft.id === id);
  };
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isBox = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
    if (isTyping(event.target) && !isBox) return;
    if (event.key === "Escape" && isChoosing) return onClear();
    const draft = focused();
    if (event.key === "Delete" && draft?.my_role === "owner") return actions.remove([draft]);
    if (!areOn) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLInputElement>(searchFieldSelector)?.focus();
    } else if (event.key === "x" && draft) {
      actions.toggle(draft.id);
    }
  });

  // Listens before the keys of the whole site, which leave alone what is taken here.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
