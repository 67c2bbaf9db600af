"use client";

import { useState } from "react";

/** Which drafts a person has chosen, and whether they are choosing. */
export interface Choice {
  isOn: boolean;
  ids: ReadonlySet<string>;
  begin: () => void;
  toggle: (draftId: string) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Choosing begins with the first draft that is chosen, or before that by a button. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  return {
    isOn: ids !== null,
    ids: ids ?? none,
    begin: () => setIds((known) => known ?? none),
    toggle: (draftId) =>
      setIds((known) => {
        const next = new Set(known);
        if (!next.delete(draftId)) next.add(draftId);
        return next;
      }),
    clear: () => setIds(null),
  };
}
