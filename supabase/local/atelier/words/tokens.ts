import { foldWord } from "../art/catalogue.ts";

const stopWords = new Set(
  `le la les l un une des de du d et en au aux dans sur sous avec pour mon ma mes notre nos ce qui que
  the a an of and in on at to with for my our your all about
  el los las y e del al con por para mi mis tu unos unas una sus su
  il lo gli i di della dei delle degli nel nella per da le mio mia
  der die das den dem und im am zum zur ein eine einen mit von fur mein meine alle beim`.split(/\s+/),
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

/** True when the words differ by one letter more, less, other or swapped. */
export function isTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB || swapped;
}
