"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** A callback that stays the same object and does what the newest one does, so that cells are not drawn for it. */
export function useStable<Input extends unknown[], Answer>(
  callback: (...input: Input) => Answer,
): (...input: Input) => Answer {
  const newest = useRef(callback);
  useLayoutEffect(() => {
    newest.current = callback;
  });
  return useCallback((...input: Input) => newest.current(...input), []);
}
