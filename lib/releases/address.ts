import type { Names } from "../contract/languages.ts";

/** The longest address that the studio makes of a name. */
const longest = 60;

const letters: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l" };

/** "L'océan bleu!" becomes "l-ocean-bleu"; empty where nothing is left. What is being typed may end in a hyphen. */
export function toSlug(text: string, { isTyping = false } = {}): string {
  const slug = text
    .toLowerCase()
    .replace(/[ßæœøł]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longest);
  return isTyping ? slug : slug.replace(/-$/, "");
}

interface Named {
  slug: string;
  name: string;
  names: Names;
  theme: string;
}

/** Up to three addresses of its own names, without the present one; those of the languages named first come first. */
export function suggestSlugs(
  { slug, name, names, theme }: Named,
  languages: readonly (keyof Names)[],
): string[] {
  const words = [name, ...languages.map((language) => names[language] ?? ""), `${name} ${theme}`];
  const slugs = words.map((word) => toSlug(word)).filter((found) => found !== "" && found !== slug);
  return [...new Set(slugs)].slice(0, 3);
}
