"use client";

import { useEffect, useEffectEvent } from "react";

/** Opens the palette by Ctrl and K, or ⌘ and K, from anywhere but where something else is open and waits for its own answer. */
export function usePaletteKey(onOpen: () => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isCommand || event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
    event.preventDefault();
    if (!document.querySelector("[role=dialog]")) onOpen();
  });
  // Listens to the keyboard of the whole page.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
