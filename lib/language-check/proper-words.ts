import type { Language } from "../contract/languages.ts";

/** Words that keep their capital wherever they stand, as far as cards for small children need them. */
const words: Record<Exclude<Language, "de">, string> = {
  fr: `Mercure Vénus Terre Lune Soleil Mars Jupiter Saturne Uranus Neptune Pluton Noël Pâques Halloween Avent Épiphanie
    Chandeleur Saint-Nicolas Saint-Martin Paris Europe Afrique Asie Amérique Australie Antarctique France Dieu Jésus`,
  en: `Mercury Venus Earth Moon Sun Mars Jupiter Saturn Uranus Neptune Pluto Christmas Easter Halloween Advent Santa
    Claus Saint St Valentine American African Arctic Antarctic Asian European English French German Italian Spanish
    Chinese Japanese Indian Mexican Swiss Dutch Greek Russian Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December Africa America Asia Europe
    Australia Antarctica Paris London God Jesus Mum Dad Mom Grandma Grandpa I`,
  es: `Mercurio Venus Tierra Luna Sol Marte Júpiter Saturno Urano Neptuno Plutón Navidad Pascua Papá Halloween Adviento
    Reyes San Santa Europa África Asia América Australia Antártida España Dios Jesús`,
  it: `Mercurio Venere Terra Luna Sole Marte Giove Saturno Urano Nettuno Plutone Natale Pasqua Babbo Halloween Avvento
    Befana San Santa Europa Africa Asia America Australia Antartide Italia Dio Gesù`,
};

const known = new Map(
  Object.entries(words).map(([language, list]) => [language, new Set(list.split(/\s+/))] as const),
);

/** Whether a word of this language is a name, a short form of capitals (`TGV`) or a letter's shape (`T-shirt`). */
export function isProper(word: string, language: Language): boolean {
  if (known.get(language)?.has(word)) return true;
  return /^\p{Lu}{2,4}s?$/u.test(word) || /^\p{Lu}(?:[-.]|$)/u.test(word) || /^\p{Ll}+\p{Lu}/u.test(word);
}
