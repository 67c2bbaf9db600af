import type { Names } from "../contract/languages.ts";
import { splitArticle } from "./articles.ts";
import type { Verdict } from "./finding.ts";

/** Words that children's cards say in small letters: colours, numbers, qualities, places and greetings. */
const small = new Set(
  `rot blau gelb grün orange lila rosa braun schwarz weiß grau beige türkis violett pink gold golden silber silbern bunt
   hellblau dunkelblau hellgrün dunkelgrün null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
   vierzehn fünfzehn zwanzig dreißig hundert tausend erste zweite dritte halb ganz viel wenig mehr alle keine
   groß klein lang kurz hoch tief breit schmal dick dünn schwer leicht schnell langsam laut leise alt jung neu warm kalt
   heiß kühl nass trocken hart weich rund eckig spitz stumpf glatt rau süß sauer salzig bitter scharf lecker gut schlecht
   böse lieb nett froh fröhlich glücklich traurig wütend müde wach hungrig durstig krank gesund mutig stolz ängstlich
   verliebt überrascht ruhig still wild zahm stark schwach schön hässlich sauber schmutzig hell dunkel voll leer offen
   zu auf an aus oben unten vorne vorn hinten links rechts innen außen neben unter über vor hinter zwischen mitten nah
   fern hier dort da heute morgen gestern jetzt bald immer nie oft ja nein bitte danke hallo tschüss ich du er sie es wir
   ihr mein dein was wer wo wie wann warum gerade schief krumm gestreift gepunktet kariert nackt barfuß tot lebendig
   billig teuer reich arm früh spät allein zusammen gemeinsam`
    .split(/\s+/)
    .filter(Boolean),
);

/** Endings of adjectives, and nouns that end so, too. */
const adjective = /(?:lich|isch|bar|sam|haft|los|voll|ig|iert)$/u;
const nounsLikeAdjectives =
  /(?:fisch|tisch|wisch|könig|honig|käfig|essig|teig|zweig|pfennig|reisig|bär|moos|floß|kloß|schloss|schloß|igel|krieg|steig|käfig)$/u;

/** Small words inside a name, after which another noun begins. */
const joint =
  /^(?:mit|ohne|aus|von|vom|im|in|am|an|auf|unter|über|und|oder|für|zum|zur|bei|der|des|den|dem)$/u;

const infinitives = { fr: /(?:er|ir|re)$/u, es: /(?:[aeií]r(?:se)?)$/u, it: /(?:[aei]r(?:e|si))$/u };

/** Doing words end alike in each language, and agree on it: `laufen` is `courir`, `correr` and `correre`. */
function isVerb(names: Names, name: string): boolean {
  if (!/(?:e[nlr]n|en|tun|sein)$/u.test(name)) return false;
  if (/^to /i.test(names.en ?? "")) return true;
  const said = (["fr", "es", "it"] as const).filter((language) => names[language]);
  const agreeing = said.filter((language) => infinitives[language].test(names[language] ?? ""));
  return agreeing.length >= 2 || (said.length === 1 && agreeing.length === 1);
}

function isSmallWord(word: string): boolean {
  return small.has(word) || (adjective.test(word) && !nounsLikeAdjectives.test(word));
}

/** The name with a capital on each noun: the last word of each of its parts. */
function withCapitals(bare: string): string {
  const words = bare.split(" ");
  return words
    .map((word, at) => {
      const next = words[at + 1];
      const isNoun = (next === undefined || joint.test(next)) && !joint.test(word) && /^\p{L}/u.test(word);
      return isNoun ? word.charAt(0).toLocaleUpperCase("de") + word.slice(1) : word;
    })
    .join(" ");
}

/** German nouns are written large. Colours, numbers, qualities and doing words stay small. */
export function checkGermanCapital(names: Names): Verdict | null {
  const name = names.de ?? "";
  const { article, bare } = splitArticle(name, "de");
  if (!/^\p{Ll}/u.test(bare) || /(?<!\p{L})\p{Lu}|\p{N}/u.test(bare)) return null;
  const words = bare.split(" ");
  const head = words.find((_, at) => words[at + 1] === undefined || joint.test(words[at + 1] ?? "")) ?? bare;
  if (!article && (words.every(isSmallWord) || isSmallWord(head) || isVerb(names, words.at(-1) ?? "")))
    return null;
  const fix = article + withCapitals(bare);
  return fix === name ? null : { rule: "german_capital", severity: "warning", fix };
}
