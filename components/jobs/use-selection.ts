"use client";

import { useState } from "react";

/** Which jobs of the page an admin has marked. */
export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (jobId: string) => void;
  set: (jobIds: string[]) => void;
}

/** Marks belong to a place in the list: another filter or page starts without. */
export function useSelection(place: string): Selection {
  const [marked, setMarked] = useState<{ place: string; ids: ReadonlySet<string> }>({
    place,
    ids: new Set(),
  });
  const ids = marked.place === place ? marked.ids : none;
  return {
    ids,
    toggle: (jobId) =>
      setMarked((known) => {
        const next = new Set(known.place === place ? known.ids : none);
        if (!next.delete(jobId)) next.add(jobId);
        return { place, ids: next };
      }),
    set: (jobIds) => setMarked({ place, ids: new Set(jobIds) }),
  };
}

const none: ReadonlySet<string> = new Set();
