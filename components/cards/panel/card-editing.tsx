"use client";

import { createContext, use } from "react";
import type { useDeckCheck } from "@/components/translations/use-deck-check";
import type { Language } from "@/lib/contract/languages";
import type { Asset, Draft } from "@/lib/drafts/schema";
import type { CardEdits } from "./use-card-edits";

interface CardEditing {
  draft: Draft;
  card: Asset;
  /** The language of the page where the deck has it, else the first of the deck, */
  language: Language;
  /** and the name of the card in it. */
  name: string;
  /** Those of the deck. */
  languages: readonly Language[];
  canEdit: boolean;
  edits: CardEdits;
  check: ReturnType<typeof useDeckCheck>;
}

/** The card that lies open, for all that shows a part of it. */
export const CardEditingContext = createContext<CardEditing | null>(null);

/** The card that lies open. Throws outside its panel. */
export function useOpenedCard(): CardEditing {
  const editing = use(CardEditingContext);
  if (!editing) throw new Error("no card lies open here");
  return editing;
}
