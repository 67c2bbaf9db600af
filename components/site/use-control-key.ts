"use client";

import { useTranslations } from "next-intl";
import { useAppleKeys } from "./use-apple-keys";

/** What is printed on the key that goes with a letter: ⌘ on Apple's keyboards, else Ctrl as this language writes it. */
export function useControlKey(): string {
  const t = useTranslations("shortcuts");
  return useAppleKeys() ? "⌘" : t("control");
}
