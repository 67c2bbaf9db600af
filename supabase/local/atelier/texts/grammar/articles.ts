import type { Language } from "../../art/catalogue.ts";

/** How a noun behaves in one language. `unique` things (the sun) have no "a"; `bare` names (Mars) have no article. */
export interface NounClass {
  gender: "m" | "f" | "n";
  number: "one" | "many" | "mass" | "unique" | "bare";
}

/** The two phrases from which sentences are made, in the nominative, and what hangs on a noun's article. */
export interface Articles {
  /** With the definite article: `l’ours`. */
  the: string;
  /** With the indefinite or partitive article: `un ours`, `du lait`, `des cerises`. */
  a: string;
  /** `de` or `of` before the definite phrase, contracted where the language contracts: `du lion`. */
  of: string;
  /** `à` or `to` before the definite phrase, contracted: `al leone`. */
  to: string;
}

type Rules = (name: string, noun: NounClass) => Articles;

/** French words whose h keeps the article whole: le hibou, le hamster. */
const ASPIRATED =
  /^(hache|hamburger|hamster|handicap|haricot|harpe|haut|hélas|hérisson|héron|hibou|homard|hot|huit|hutte)/i;
const FRENCH_VOWEL = /^[aàâäæeéèêëhiîïoôöœuùûü]/i;
/** Spanish feminine nouns that begin with a stressed a and so take el: el águila. */
const STRESSED_A = /^(agua|águila|ala|alga|ancla|área|arma|arpa|aula|ave|hacha|hada)(\s|$)/i;
/** Italian beginnings that ask for lo and uno. */
const ITALIAN_LO = /^(s[bcdfghlmnpqrtvz]|z|gn|pn|ps|x|y|i[aeou])/i;

function elides(name: string): boolean {
  return FRENCH_VOWEL.test(name) && !ASPIRATED.test(name);
}

const inFrench: Rules = (name, { gender, number }) => {
  if (number === "bare")
    return { the: name, a: name, of: `${elides(name) ? "d’" : "de "}${name}`, to: `à ${name}` };
  if (number === "many")
    return { the: `les ${name}`, a: `des ${name}`, of: `des ${name}`, to: `aux ${name}` };
  const isElided = elides(name);
  const the = isElided ? `l’${name}` : `${gender === "f" ? "la" : "le"} ${name}`;
  const isContracted = !isElided && gender !== "f";
  const of = isContracted ? `du ${name}` : `de ${the}`;
  const to = isContracted ? `au ${name}` : `à ${the}`;
  const one = `${gender === "f" ? "une" : "un"} ${name}`;
  return { the, a: number === "one" ? one : number === "mass" ? of : the, of, to };
};

const inEnglish: Rules = (name, { number }) => {
  const the = number === "bare" ? name : `the ${name}`;
  const article = /^([aeio]|u(?!k|ni|se))/i.test(name) ? "an" : "a";
  const a = number === "one" ? `${article} ${name}` : number === "unique" ? the : name;
  return { the, a, of: `of ${the}`, to: `to ${the}` };
};

const inSpanish: Rules = (name, { gender, number }) => {
  if (number === "bare") return { the: name, a: name, of: `de ${name}`, to: `a ${name}` };
  const isMany = number === "many";
  const article = isMany
    ? gender === "f"
      ? "las"
      : "los"
    : gender === "f" && !STRESSED_A.test(name)
      ? "la"
      : "el";
  const the = `${article} ${name}`;
  const indefinite = { el: "un", la: "una", los: "unos", las: "unas" }[article];
  const a = number === "unique" ? the : number === "mass" ? name : `${indefinite} ${name}`;
  const isContracted = article === "el";
  return {
    the,
    a,
    of: isContracted ? `del ${name}` : `de ${the}`,
    to: isContracted ? `al ${name}` : `a ${the}`,
  };
};

function italianArticle(name: string, isFeminine: boolean, isMany: boolean): string {
  const opensWithVowel = /^h?[aeiouàèéìòù]/i.test(name) && !/^i[aeou]/i.test(name);
  if (isMany) return isFeminine ? "le " : opensWithVowel || ITALIAN_LO.test(name) ? "gli " : "i ";
  if (opensWithVowel) return "l’";
  if (isFeminine) return "la ";
  return ITALIAN_LO.test(name) ? "lo " : "il ";
}

/** The article as it is after di and a: de-l, de-lla, a-gli. */
const ITALIAN_JOINED: Record<string, string> = {
  "il ": "l ",
  "lo ": "llo ",
  "la ": "lla ",
  "l’": "ll’",
  "i ": "i ",
  "gli ": "gli ",
  "le ": "lle ",
};

const inItalian: Rules = (name, { gender, number }) => {
  if (number === "bare") return { the: name, a: name, of: `di ${name}`, to: `a ${name}` };
  const isFeminine = gender === "f";
  const article = italianArticle(name, isFeminine, number === "many");
  const the = article + name;
  const joined = ITALIAN_JOINED[article] + name;
  const of = `de${joined}`;
  const one = isFeminine
    ? article === "l’"
      ? `un’${name}`
      : `una ${name}`
    : `${article === "lo " ? "uno" : "un"} ${name}`;
  return { the, a: number === "one" ? one : number === "unique" ? the : of, of, to: `a${joined}` };
};

const inGerman: Rules = (name, { gender, number }) => {
  if (number === "bare") return { the: name, a: name, of: `von ${name}`, to: name };
  const article = number === "many" ? "die" : { m: "der", f: "die", n: "das" }[gender];
  const the = `${article} ${name}`;
  const one = `${gender === "f" ? "eine" : "ein"} ${name}`;
  const dative = { m: "dem", f: "der", n: "dem" }[gender];
  const to = number === "many" ? `den ${/e[lr]?$/.test(name) ? `${name}n` : name}` : `${dative} ${name}`;
  const a = number === "one" ? one : number === "unique" ? the : name;
  return { the, a, of: `von ${to}`.replace(/^von dem /, "vom "), to };
};

const RULES: Record<Language, Rules> = {
  fr: inFrench,
  en: inEnglish,
  es: inSpanish,
  it: inItalian,
  de: inGerman,
};

/** The phrases of a noun in a language. German `of` and `to` are in the dative; weak nouns need their own forms. */
export function articlesOf(language: Language, name: string, noun: NounClass): Articles {
  return RULES[language](name, noun);
}
