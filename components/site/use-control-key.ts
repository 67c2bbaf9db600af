"use client";

import { useTranslations } from "next-intl";
import { useBrowserValue } from "@/components/ui/use-browser-value";

/** What is printed on the key that goes with a letter: ⌘ on Apple's keyboards, else Ctrl as this language writes it. */
export function useControlKey(): string {
  const t = useTranslations("shortcuts");
  const isApple = useBrowserValue(() => /Mac|iP(hone|ad|od)/.test(navigator.platform), false);
  return isApple ? "⌘" : t("control");
}
