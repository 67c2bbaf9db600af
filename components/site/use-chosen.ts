"use client";

import { useState } from "react";
import { useStable } from "@/components/translations/use-stable";
import { stretch } from "@/lib/cards/grid-place";

/** What of a list a person has chosen, and whether they are choosing. */
export interface Chosen {
  isOn: boolean;
  ids: ReadonlySet<string>;
  begin: () => void;
  /** Chooses one or lets go of it; `isStretch` chooses all from the one before to this one. */
  toggle: (id: string, isStretch?: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Choosing begins with the first that is chosen, or before that by a button. `order` is that of the page. */
export function useChosen(order: readonly string[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  // Others may take away what was chosen here.
  const here = ids && new Set(order.filter((id) => ids.has(id)));
  return {
    isOn: here !== null,
    ids: here ?? none,
    begin: useStable(() => setIds((known) => known ?? none)),
    toggle: useStable((id: string, isStretch = false) => {
      setAnchor(id);
      const next = new Set(here);
      if (isStretch && anchor) for (const between of stretch(order, anchor, id)) next.add(between);
      else if (!next.delete(id)) next.add(id);
      setIds(next);
    }),
    chooseAll: useStable(() => setIds(new Set(order))),
    clear: useStable(() => {
      setIds(null);
      setAnchor(null);
    }),
  };
}
