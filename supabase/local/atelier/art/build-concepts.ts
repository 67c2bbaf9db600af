import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { definiteArticle, type Gender } from "./articles.ts";
import { THEMES } from "./selection.ts";

/** Writes concepts.json from the selection, the child-friendly names and CLDR: run it after changing any of them. */
type Emoji = { label: string; hexcode: string; tags?: string[] };

const require = createRequire(import.meta.url);
const languages = ["fr", "en", "es", "it", "de"] as const;
const childNames: Record<string, string[]> = JSON.parse(
  readFileSync(new URL("child-names.json", import.meta.url), "utf8"),
);
/** Genders of the French, Spanish, Italian and German word, and a dash where English says no article. */
const genders: Record<string, string> = JSON.parse(
  readFileSync(new URL("child-genders.json", import.meta.url), "utf8"),
);
const emoji = languages.map((language) => require(`emojibase-data/${language}/data.json`) as Emoji[]);
const hexcodes = new Map((emoji[1] ?? []).map((entry) => [kebab(entry.label), entry.hexcode]));

const themesOf = new Map<string, string[]>();
for (const [theme, tokens] of Object.entries(THEMES))
  for (const token of tokens) themesOf.set(token, [...(themesOf.get(token) ?? []), theme]);

const concepts = [...themesOf].map(([token, themes]) => {
  const entries = emoji.map((list) => list.find((entry) => entry.hexcode === hexcodes.get(token)));
  const own = childNames[token];
  const names = own?.slice(0, languages.length) ?? entries.map((entry) => entry?.label ?? "");
  if (names.some((name) => !name)) throw new Error(`No names in five languages for ${token}`);
  const tags = entries.map((entry, at) => (entry?.tags ?? []).filter((tag) => tag !== names[at]));
  const key = own?.[languages.length] ?? kebab(names[1] ?? "");
  return {
    key,
    names: perLanguage(names),
    articles: perLanguage(articlesOf(key, names)),
    themes,
    tags: perLanguage(tags),
    art: token,
  };
});

const keyOf = new Map(concepts.map((concept) => [concept.art, concept.key]));
if (new Set(keyOf.values()).size !== concepts.length)
  throw new Error(`Two concepts share an English name: ${doubles()}`);
const themes = Object.fromEntries(
  Object.entries(THEMES).map(([theme, tokens]) => [theme, tokens.map((token) => keyOf.get(token))]),
);
const lines = concepts.map((concept) => JSON.stringify(concept)).join(",\n");
const head = Object.entries(themes).map(
  ([theme, keys]) => `${JSON.stringify(theme)}:${JSON.stringify(keys)}`,
);
writeFileSync(
  new URL("concepts.json", import.meta.url),
  `{"themes":{\n${head.join(",\n")}\n},\n"concepts":[\n${lines}\n]}\n`,
);
console.log(`${concepts.length} concepts in ${Object.keys(themes).length} themes`);

function articlesOf(key: string, names: string[]): string[] {
  const code = genders[key];
  if (!code) throw new Error(`No genders in child-genders.json for ${key}`);
  const [fr, es, it, de, en = "m"] = code as Iterable<Gender>;
  const inOrder = [fr, en, es, it, de];
  return languages.map((language, at) => definiteArticle(language, names[at] ?? "", inOrder[at] ?? "-"));
}

function perLanguage<T>(values: T[]): Record<string, T | undefined> {
  return Object.fromEntries(languages.map((language, at) => [language, values[at]]));
}

function doubles(): string {
  const keys = [...keyOf.values()];
  return keys.filter((key, at) => keys.indexOf(key) !== at).join(", ");
}

function kebab(label: string): string {
  const plain = label
    .toLowerCase()
    .replace(/[’'.]/g, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
