interface Named {
  label: string;
  keywords?: string;
}

/** As people type it: without accents and capitals. */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe");
}

/** 3 where a word of the name begins so, 2 inside of the name, 1 in a keyword, 0 nowhere. */
function rank(word: string, label: string, keywords: string): number {
  const at = label.indexOf(word);
  if (at === 0 || (at > 0 && new RegExp(`[^\\p{L}\\p{N}]${literal(word)}`, "u").test(label))) return 3;
  if (at > 0) return 2;
  return keywords.includes(word) ? 1 : 0;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Those that have all the words that were typed, the best first; in their own order where they are equally good. */
export function findCommands<Item extends Named>(items: readonly Item[], query: string): Item[] {
  const words = foldWord(query).split(/\s+/).filter(Boolean);
  return items
    .map((item) => {
      const [label, keywords] = [foldWord(item.label), foldWord(item.keywords ?? "")];
      const ranks = words.map((word) => rank(word, label, keywords));
      return { item, score: Math.min(3, ...ranks) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
