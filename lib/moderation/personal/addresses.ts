import type { Language } from "../../contract/languages.ts";

/** Words between a street and a number that make the number a count of things: "una calle con 3 coches". */
const counting =
  "(?!(?:con|y|e|de|del|di|a|en|in|su|hay|tiene|ha|per|para|por|mit|und|hat|für|zu|the|with|and|of)\\s)";
const southernName = `(?:${counting}[\\p{L}'’.]{1,20}\\s){1,3}`;
const noThing = "(?!\\s+\\p{Ll}{3,}|[\\d:])";

/** Streets with a number as each language writes them. Repetitions are bounded, so that time stays linear. */
export const addressPatterns: Readonly<Record<Language, readonly RegExp[]>> = {
  fr: [
    /\b\d{1,4}\s?(?:bis|ter|quater)?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|route|quai|square)\s(?:d'|de\s|du\s|des\s|la\s|l'){0,2}\p{Lu}/u,
    /\b(?:[2-9]|\d{2,4})\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|chemin|allée|impasse)\s\p{L}/iu,
  ],
  en: [
    /\b\d{1,5}[a-z]?\s(?:\p{Lu}[\p{L}'’]{1,20}\s){1,3}(?:[Ss]treet|St|[Rr]oad|Rd|[Aa]venue|Ave|[Ll]ane|[Dd]rive|[Cc]lose|Court|Way|Boulevard|Blvd|Terrace|Place|Square|[Cc]rescent|Gardens)\b/u,
    /\b\d{2,4}\s(?!way|lane|hour|car)\p{L}{3,20}\s(?:street|road|avenue|lane|drive)\b/iu,
  ],
  es: [
    new RegExp(
      `\\b(?:calle|c/|avenida|avda\\.?|plaza|paseo|carretera|travesía)\\s(?:de\\s|del\\s|la\\s|las\\s|los\\s|el\\s){0,2}${southernName}(?:n[º°.]?\\s?)?\\d{1,4}${noThing}`,
      "iu",
    ),
  ],
  it: [
    new RegExp(
      `\\b(?:via|viale|piazza|corso|vicolo|largo|strada)\\s(?:del\\s|della\\s|dei\\s|delle\\s|dell'|di\\s){0,1}${southernName}(?:n[º°.]?\\s?)?\\d{1,4}${noThing}`,
      "iu",
    ),
  ],
  de: [
    /\b\p{Lu}[\p{L}-]{1,25}(?:straße|strasse|str\.|weg|gasse|allee|damm|ufer)\s\d{1,4}\s?[a-h]?\b(?!\s+\p{L}{3,}|:)/u,
    /\b\p{Lu}\p{L}{2,20}er\s(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Ring)\s\d{1,4}\b/u,
  ],
};
