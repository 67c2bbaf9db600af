"use client";

import { useEffect, useState } from "react";

/** The present time, every ten seconds; null until the page runs in the browser. */
export function useClock(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  // Follows the clock of the browser.
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const ticking = setInterval(tick, 10_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
