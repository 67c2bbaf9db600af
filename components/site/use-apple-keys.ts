"use client";

import { useBrowserValue } from "@/components/ui/use-browser-value";

/** Whether the key that goes with a letter is printed ⌘, as on Apple's keyboards. */
export function useAppleKeys(): boolean {
  return useBrowserValue(() => /Mac|iP(hone|ad|od)/.test(navigator.platform), false);
}
