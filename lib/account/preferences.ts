import { type Language, languages } from "../contract/language-codes.ts";
import { languageCookie } from "../i18n/language.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = "theme";

const year = 31_536_000;

function writeCookie(name: string, value: string, maxAge: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that schools still use
  document.cookie = `${name}=${value}; path=/; max-age=${maxAge}; samesite=lax`;
}

/** Remembers the language of the interface on this device. */
export function rememberLanguage(language: Language): void {
  writeCookie(languageCookie, language, year);
}

/** On a new device, takes the language that somebody chose elsewhere; a choice made here stays. */
export function adoptLanguage(chosen: unknown): void {
  const language = languages.find((code) => code === chosen);
  const hasChoice = document.cookie.split("; ").some((pair) => pair.startsWith(`${languageCookie}=`));
  if (language && !hasChoice) rememberLanguage(language);
}

/** Shows a theme at once and remembers it on this device; `system` forgets the choice. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  writeCookie(themeCookie, theme, theme === "system" ? 0 : year);
}

/** Reads a stored theme; anything unknown follows the system. */
export function storedTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
