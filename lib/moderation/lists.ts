import type { Language } from "../contract/languages.ts";
import type { Category } from "./categories.ts";
import de from "./lists/de.json" with { type: "json" };
import en from "./lists/en.json" with { type: "json" };
import es from "./lists/es.json" with { type: "json" };
import fr from "./lists/fr.json" with { type: "json" };
import it from "./lists/it.json" with { type: "json" };

/** The lists of a language as they are built from the files beside them: entries apart by `, `. */
export interface WordLists {
  notice: string;
  groups: Record<string, string>;
  harmless: string;
  /** Everyday short words, without accents. */
  short: string;
  blocked: Partial<Record<Category, string>>;
}

export const wordLists: Readonly<Record<Language, WordLists>> = { fr, en, es, it, de };
