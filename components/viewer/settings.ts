import type { Language } from "@/lib/contract/languages";
import { isLanguage } from "@/lib/i18n/language";

/** What an adult has chosen for the children at this device. */
export interface Settings {
  /** Names are shown and said in this language too. */
  second: Language | null;
  textSize: "normal" | "large" | "huge";
  hasContrast: boolean;
  isCalm: boolean;
  isQuiet: boolean;
  /** Cards are said when they come. */
  isReading: boolean;
  isMusicOn: boolean;
  /** Of the music, in tenths. */
  volume: number;
  /** Seconds for which one switch can choose each button; 0 without a switch. */
  scanSeconds: number;
}

export const usualSettings: Settings = {
  second: null,
  textSize: "normal",
  hasContrast: false,
  isCalm: false,
  isQuiet: false,
  isReading: true,
  isMusicOn: true,
  volume: 4,
  scanSeconds: 0,
};

/** Where they are kept; nothing is, until an adult has chosen something. */
const place = "viewer-settings";
const sizes: readonly unknown[] = ["normal", "large", "huge"];
const isWithin = (value: unknown, most: number) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 && value <= most;

const checks: { [Key in keyof Settings]: (value: unknown) => boolean } = {
  second: (value) => value === null || isLanguage(value),
  textSize: (value) => sizes.includes(value),
  hasContrast: (value) => typeof value === "boolean",
  isCalm: (value) => typeof value === "boolean",
  isQuiet: (value) => typeof value === "boolean",
  isReading: (value) => typeof value === "boolean",
  isMusicOn: (value) => typeof value === "boolean",
  volume: (value) => isWithin(value, 10),
  scanSeconds: (value) => isWithin(value, 10),
};

/** Reads what was kept; whatever is not as it should be counts as never chosen. */
export function readSettings(kept: string | null): Settings {
  try {
    const found: Record<string, unknown> = JSON.parse(kept ?? "{}") ?? {};
    const good = Object.entries(checks).filter(([key, isGood]) => isGood(found[key]));
    return { ...usualSettings, ...Object.fromEntries(good.map(([key]) => [key, found[key]])) };
  } catch {
    return usualSettings;
  }
}

const listeners = new Set<() => void>();
let current: Settings | null = null;

/** The settings of this device. A browser that keeps nothing has the usual ones. */
export function currentSettings(): Settings {
  if (current) return current;
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(place);
  } catch {
    // Storage is forbidden here.
  }
  current = readSettings(kept);
  return current;
}

/** Calls when settings change; returns how to end that. */
export function subscribeSettings(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Chooses, and keeps it for the next visit; null forgets everything. Only for adults, behind their gate. */
export function changeSettings(change: Partial<Settings> | null): void {
  current = change ? { ...currentSettings(), ...change } : usualSettings;
  try {
    if (change) localStorage.setItem(place, JSON.stringify(current));
    else localStorage.removeItem(place);
  } catch {
    // It counts until the page is left.
  }
  for (const tell of listeners) tell();
}
