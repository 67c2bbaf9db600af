import { foldWord } from "../art/catalogue.ts";

const stopWords = new Set(
  `le la les l un une des de du d et en au aux dans sur sous avec pour par mon ma mes notre nos son sa ses leur ce c cet
   cette ces qui que qu quoi on nous je j me m se s il elle ils elles est sont a y ne pas plus tout toute tous toutes
   the a an of and in on at to with for from by my our your his her their all about that which what s t is are we you i
   it they them do does can some any let us going make making feed feeding need needs
   el los las y del al con por para mi mis tu tus unos unas una un sus su lo que hay nuestro nuestra nuestros son es muy
   il lo gli i di della dei delle degli del dal dalla nel nella nelle nei sul sulla per da le mio mia miei mie uno che ci
   c come suoi suo sua sono e ed o fare facciamo andiamo dell nell nello all alla al sull c
   der die das den dem des und im am zum zur ein eine einen einem einer mit von vom fur mein meine meinem meiner alle
   alles beim bei aus auf unter in ist sind was wie wir ich unser unsere man konnen kann
   coin quartier corner esquina barrio angolo quartiere ecke
   chose choses truc trucs objet objets thing things stuff object objects item items
   cosa cosas objeto objetos cose oggetto oggetti
   ding dinge sache sachen gegenstande
   theme themes topic projet project tema progetto proyecto projekt thema jour day dia giorno tag
   journee matinee erster erstes erstem
   monde world mundo mondo welt different differents various diversi diferentes verschiedene`.split(/\s+/),
);

/**
 * A crude stem shared by the five languages: plural and gender endings go, so that `pirates`, `pirata`, `piraten` and
 * `pirati` meet. Takes a folded word.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const singular = word.replace(/eaux$/, "eau").replace(/aux$/, "al").replace(/ies$/, "y");
  if (singular.length <= 4) return singular.replace(/[sxaeion]$/, "");
  return singular.replace(/(es|en|s|x|n|e)$/, "").replace(/[aeio]$/, "");
}

/** The words of a text that carry meaning, folded; all of them when there is no other. */
export function wordsOf(text: string): string[] {
  const words = foldWord(text).split(" ").filter(Boolean);
  const meaningful = words.filter((word) => !stopWords.has(word));
  return meaningful.length > 0 ? meaningful : words;
}

/** How many letters have to be put in, left out, changed or swapped to make one word of the other; at most `limit` + 1. */
export function lettersApart(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(isSwap ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
    }
    before = row;
    row = next;
    if (Math.min(...row) > limit) return limit + 1;
  }
  return row[b.length] ?? limit + 1;
}

/**
 * Whether one word may be the other, mistyped: one letter in a word of five to seven, two in a longer one. The first
 * letter is nearly always right; without it `ruche` would be a kitchen (`Küche`).
 */
export function isTypo(a: string, b: string): boolean {
  const limit = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  return a !== b && a[0] === b[0] && Math.min(a.length, b.length) >= 5 && lettersApart(a, b, limit) <= limit;
}
