"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo } from "react";
import type { CardActions } from "@/components/cards/card-selection-bar";
import { isTyping } from "@/components/site/key-targets";
import { useLetterKeys } from "@/components/site/letter-keys";
import { useKeyHelp } from "@/components/site/page-keys";
import type { Chosen } from "@/components/site/use-chosen";
import { useControlKey } from "@/components/site/use-control-key";
import type { Asset } from "@/lib/drafts/schema";
import type { DeckEdits } from "./use-deck-edits";

interface DeckKeysOptions {
  assets: readonly Asset[];
  choice: Chosen;
  edits: DeckEdits;
  actions: CardActions;
  canEdit: boolean;
  onName: () => void;
}

/** Keys of the deck, and their lines on the sheet that `?` opens. What is chosen is meant, else the card in focus. */
export function useDeckKeys({ assets, choice, edits, actions, canEdit, onName }: DeckKeysOptions): void {
  const t = useTranslations("draftPage.keys");
  const control = useControlKey();
  const [areOn] = useLetterKeys();
  const rows = useMemo(
    () => [
      { keys: ["⏎"], text: t("open") },
      { keys: ["←", "→"], text: t("step") },
      { keys: ["Esc"], text: t("close") },
      ...(canEdit
        ? [
            { keys: ["X"], text: t("choose") },
            { keys: [`${control} A`], text: t("chooseAll") },
            { keys: ["A"], text: t("approve") },
            { keys: ["Del"], text: t("delete") },
            { keys: ["E"], text: t("rename") },
            { keys: [`${control} Z`], text: t("undo") },
            { keys: [`${control} ⇧ Z`], text: t("redo") },
            { keys: ["Esc"], text: t("stop") },
          ]
        : []),
    ],
    [t, control, canEdit],
  );
  useKeyHelp(rows);

  const meant = (): Asset[] => {
    if (choice.ids.size > 0) return assets.filter(({ id }) => choice.ids.has(id));
    const id = document.activeElement?.closest<HTMLElement>("li[data-asset]")?.dataset.asset;
    return assets.filter((asset) => asset.id === id);
  };
  const handleControl = (event: KeyboardEvent): (() => void) | null => {
    const key = event.key.toLowerCase();
    if (key === "z") return event.shiftKey ? edits.redo : edits.undo;
    if (key === "y") return edits.redo;
    if (key === "a" && !event.shiftKey && assets.length > 0) return choice.chooseAll;
    return null;
  };
  const handlePlain = ({ key, repeat }: KeyboardEvent): (() => void) | null => {
    if (key === "Escape") return choice.isOn ? choice.clear : null;
    if (repeat) return null;
    const cards = meant();
    const [first] = cards;
    if (key === "Delete") return first ? () => actions.remove(cards) : null;
    if (!areOn) return null;
    if (key === "e") return onName;
    if (!first) return null;
    if (key === "x") {
      const focused = document.activeElement?.closest<HTMLElement>("li[data-asset]")?.dataset.asset;
      return focused ? () => choice.toggle(focused) : null;
    }
    if (key === "a") return () => actions.approve(cards, !cards.every(({ is_approved }) => is_approved));
    return null;
  };
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (!canEdit || event.defaultPrevented || event.altKey) return;
    const isBox = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
    if (isTyping(event.target) && !isBox) return;
    const run = event.ctrlKey || event.metaKey ? handleControl(event) : handlePlain(event);
    if (!run) return;
    event.preventDefault();
    run();
  });

  // Listens before the keys of the whole site, which leave alone what is taken here.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
