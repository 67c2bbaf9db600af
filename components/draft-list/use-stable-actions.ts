"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { TileActions } from "./tile-menu";

/** The same actions as long as the list is there, so that no tile is drawn anew for them; they do what the last given ones do. */
export function useStableActions(actions: TileActions): TileActions {
  const latest = useRef(actions);
  // Before anything can be clicked that was drawn with them.
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<TileActions>(() => ({
    start: (drafts) => latest.current.start(drafts),
    duplicate: (draft) => latest.current.duplicate(draft),
    toggle: (draftId) => latest.current.toggle(draftId),
    remove: (drafts) => latest.current.remove(drafts),
    leave: (draft) => latest.current.leave(draft),
  }));
  return stable;
}
