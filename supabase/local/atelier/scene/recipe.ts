import type { Language } from "../art/catalogue.ts";

export const STYLES = ["soft", "papercut", "watercolour"] as const;
export type Style = (typeof STYLES)[number];

/** Everything a scene depends on: the same recipe always gives the same picture. */
export type Recipe = {
  /** Key of the catalogue, or any label in one of the five languages. */
  concept?: string;
  /** A theme's key or its free text in any of the languages. */
  theme?: string;
  prompt?: string;
  /** What must not appear, in words of the five languages. */
  avoid?: string;
  seed: number;
  style?: Style;
  language?: Language;
};
