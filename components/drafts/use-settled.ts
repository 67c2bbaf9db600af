"use client";

import { useEffect, useState } from "react";

const restMilliseconds = 300;

/** A value that follows another one once that has rested for a moment, so that dragging asks nobody. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  // Follows the clock of the browser.
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), restMilliseconds);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
