"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** What is printed on the key that goes with a letter: ⌘ on Apple's keyboards, else Ctrl as this language writes it. */
export function useControlKey(): string {
  const t = useTranslations("shortcuts");
  const isApple = useSyncExternalStore(
    never,
    () => /Mac|iP(hone|ad|od)/.test(navigator.platform),
    () => false,
  );
  return isApple ? "⌘" : t("control");
}
