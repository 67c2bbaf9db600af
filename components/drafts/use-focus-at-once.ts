"use client";

import { type RefObject, useEffect } from "react";

/** Gives the focus to a field as soon as it is there, with what it says selected: the person has just asked to write. */
export function useFocusAtOnce(field: RefObject<HTMLInputElement | null>): void {
  // Only the browser can move the focus.
  useEffect(() => field.current?.select(), [field]);
}
