import type { Language } from "./catalogue.ts";

/**
 * Gender and number of a word: `m`, `f` and `n` in the singular, `M`, `F` and `P` (any gender, German) in the plural,
 * `-` where no article is said (planets, numbers, colours).
 */
export type Gender = "m" | "f" | "n" | "M" | "F" | "P" | "-";

/** French words whose h keeps the article whole: `le hibou`. */
const BREATHED =
  /^(hache|hamac|hamburger|hamster|hanche|hand|hangar|haricot|harpe|haut|hérisson|hêtre|hibou|hochet|homard|hot-dog|huit|hutte)/i;
/** Spanish feminine words that begin with a stressed a: `el águila`. */
const STRESSED_A = /^(agua|águila|ala|alga|alma|ama|ancla|área|arma|arpa|asa|aula|ave|hacha|hada|hambre)$/i;
/** Italian beginnings before which `il` becomes `lo` and `i` becomes `gli`. */
const HARD_START = /^(s[^aeiouàèéìòù]|z|gn|pn|ps|pt|x|y|i[aeou])/i;
const VOWEL = /^[aeiouàâäáèéêëíìîïóòôöúùûüœh]/i;

/**
 * The definite article of a word, with elision (`l’`), in lower case; empty where none is said. It stands before the
 * word with a space, unless it ends in an apostrophe.
 */
export function definiteArticle(language: Language, word: string, gender: Gender): string {
  if (gender === "-") return "";
  if (language === "en") return "the";
  if (language === "fr") return french(word, gender);
  if (language === "es") return spanish(word, gender);
  if (language === "it") return italian(word, gender);
  return german(gender);
}

/** The word with its article before it, as it is said: `l’arbre`, `der Baum`. */
export function withArticle(article: string, word: string): string {
  return article.endsWith("’") || article === "" ? article + word : `${article} ${word}`;
}

function french(word: string, gender: Gender): string {
  if (gender === "M" || gender === "F") return "les";
  const isElided = VOWEL.test(word) && !BREATHED.test(word);
  if (isElided) return "l’";
  return gender === "f" ? "la" : "le";
}

function spanish(word: string, gender: Gender): string {
  if (gender === "M") return "los";
  if (gender === "F") return "las";
  if (gender === "m") return "el";
  return STRESSED_A.test(word.split(" ")[0] ?? "") ? "el" : "la";
}

function italian(word: string, gender: Gender): string {
  const isHard = HARD_START.test(word);
  const isOpen = VOWEL.test(word) && !isHard;
  if (gender === "M") return isHard || isOpen ? "gli" : "i";
  if (gender === "F") return "le";
  if (isOpen) return "l’";
  if (gender === "f") return "la";
  return isHard ? "lo" : "il";
}

function german(gender: Gender): string {
  if (gender === "m") return "der";
  return gender === "n" ? "das" : "die";
}
