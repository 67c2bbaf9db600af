"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { useChangeLanguage } from "@/lib/account/mutations";
import { applyTheme, storedTheme, type Theme } from "@/lib/account/preferences";
import type { Language } from "@/lib/contract/languages";

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** The look of the pages, wherever it is changed. The server knows it from a cookie, which it hands on as `stored`. */
export function useTheme(stored: Theme) {
  const theme = useSyncExternalStore(
    subscribe,
    () => storedTheme(document.documentElement.dataset.theme),
    () => stored,
  );
  return [theme, applyTheme] as const;
}

/** The language of the interface, and how to change it: on this device and, for someone signed in, in the profile. */
export function useLanguage(userId: string | null) {
  const router = useRouter();
  const language = useLocale();
  const change = useChangeLanguage(userId);
  const choose = async (next: Language) => {
    await change.mutateAsync(next);
    router.refresh();
  };
  return [language, choose] as const;
}
