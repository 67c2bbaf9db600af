"use client";

import { useSyncExternalStore } from "react";
import type { Language } from "@/lib/contract/languages";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "@/lib/i18n/language";

function readLanguage(): Language {
  const stored = document.cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${languageCookie}=`))
    ?.slice(languageCookie.length + 1);
  return storedLanguage(stored) ?? preferredLanguage(navigator.languages.join(",")) ?? fallbackLanguage;
}

const subscribe = () => () => {};

/** The language of the interface where the server cannot tell it: chosen as the server chooses, from what the browser knows. */
export function useBrowserLanguage(): Language {
  return useSyncExternalStore(subscribe, readLanguage, () => fallbackLanguage);
}
