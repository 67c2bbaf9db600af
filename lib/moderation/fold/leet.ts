/** Digits and signs that stand for a letter inside a word; where two letters are usual, the second is tried too. */
const meanings: Record<string, readonly [string, string?]> = {
  "0": ["o"],
  "1": ["i", "l"],
  "2": ["z"],
  "3": ["e"],
  "4": ["a"],
  "5": ["s"],
  "6": ["g", "b"],
  "7": ["t"],
  "8": ["b"],
  "9": ["g"],
  "@": ["a"],
  $: ["s"],
  "€": ["e"],
  "£": ["l"],
  "¢": ["c"],
  "!": ["i", "l"],
  "|": ["i", "l"],
  "+": ["t"],
};

/** True for a sign that may stand for a letter; digits may, too, and are told by their kind. */
export function isLeetSign(sign: string): boolean {
  return sign in meanings;
}

/** The word with every digit and sign read as a letter: by its first meaning, or by its second where it has one. */
export function readLeet(word: string, meaning: 0 | 1): string {
  return word.replace(/[^\p{L}]/gu, (sign) => meanings[sign]?.[meaning] ?? meanings[sign]?.[0] ?? sign);
}
