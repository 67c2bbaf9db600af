"use client";

import { createContext, use } from "react";
import type { Asset, Draft } from "@/lib/drafts/schema";
import type { DraftEdits } from "./use-draft-edits";

interface UniverseEditing {
  draft: Draft;
  assets: readonly Asset[];
  canEdit: boolean;
  edits: DraftEdits;
  /** The address of a file no longer works. */
  onBroken: () => void;
}

/** The universe whose panel lies open, for all that shows a part of it. */
export const UniverseEditingContext = createContext<UniverseEditing | null>(null);

/** The universe whose panel lies open. Throws outside the panel. */
export function useOpenedUniverse(): UniverseEditing {
  const editing = use(UniverseEditingContext);
  if (!editing) throw new Error("no universe lies open here");
  return editing;
}
