"use client";

import { useState } from "react";
import { useStable } from "@/components/translations/use-stable";
import { stretch } from "@/lib/cards/grid-place";

/** Which cards a person has chosen, and whether they are choosing. */
export interface CardChoice {
  isOn: boolean;
  ids: ReadonlySet<string>;
  begin: () => void;
  /** Chooses a card or lets go of it; `isStretch` chooses all from the one before to this one. */
  toggle: (assetId: string, isStretch?: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Choosing begins with the first card that is chosen, or before that by a button. `order` is that of the page. */
export function useCardChoice(order: readonly string[]): CardChoice {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  // Others may take cards away that were chosen here.
  const here = ids && new Set(order.filter((id) => ids.has(id)));
  return {
    isOn: here !== null,
    ids: here ?? none,
    begin: useStable(() => setIds((known) => known ?? none)),
    toggle: useStable((assetId: string, isStretch = false) => {
      setAnchor(assetId);
      const next = new Set(here);
      if (isStretch && anchor) for (const id of stretch(order, anchor, assetId)) next.add(id);
      else if (!next.delete(assetId)) next.add(assetId);
      setIds(next);
    }),
    chooseAll: useStable(() => setIds(new Set(order))),
    clear: useStable(() => {
      setIds(null);
      setAnchor(null);
    }),
  };
}
