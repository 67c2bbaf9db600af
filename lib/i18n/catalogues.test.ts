import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import broken from "../../messages/broken.json" with { type: "json" };
import de from "../../messages/de.json" with { type: "json" };
import en from "../../messages/en.json" with { type: "json" };
import es from "../../messages/es.json" with { type: "json" };
import fr from "../../messages/fr.json" with { type: "json" };
import it_ from "../../messages/it.json" with { type: "json" };
import { errorCodes } from "../contract/errors.ts";
import { jobTypes } from "../contract/jobs.ts";
import { type Language, languages } from "../contract/languages.ts";
import { draftStatuses, jobStatuses } from "../contract/statuses.ts";

const catalogues: Record<Language, typeof en> = { fr, en, es, it: it_, de };

function flatten(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ""))].sort();
}

/** Other words for what already has one: a universe, its cards, a film. */
const strayWords: Record<Language, RegExp> = {
  fr: /petits? monde|paquet|\bvidéo/i,
  en: /little world|\bdeck|\bvideo/i,
  es: /pequeños? mundo|baraja|mazo|película/i,
  it: /piccol[oi] mond|mazzo|filmat/i,
  de: /universum|universen|kleine welt|stapel|\bvideo/i,
};

const english = flatten(en);
const counts = [0, 1, 2, 21, 1_000_000];

describe("the catalogues", () => {
  it("are complete: one per language and one for pages that broke", () => {
    const files = readdirSync(join(import.meta.dirname, "../../messages"));
    expect(files.sort()).toEqual([...languages.map((code) => `${code}.json`), "broken.json"].sort());
    for (const code of languages) expect(Object.keys(broken[code])).toEqual(Object.keys(broken.en));
  });

  it.each(languages)("say the same things with the same arguments in %s", (language) => {
    const messages = flatten(catalogues[language]);
    expect(messages.map(([key]) => key)).toEqual(english.map(([key]) => key));
    for (const [index, [key, message]] of messages.entries()) {
      expect(message.trim(), key).not.toBe("");
      expect(argumentsOf(message), key).toEqual(argumentsOf(english[index]?.[1] ?? ""));
    }
  });

  it.each(languages)("can be read out with every number in %s", (language) => {
    const failures: string[] = [];
    const t = createTranslator({
      locale: language,
      messages: catalogues[language],
      onError: (error) => failures.push(error.message),
    });
    for (const [key, message] of flatten(catalogues[language])) {
      for (const count of counts) {
        const values = Object.fromEntries(argumentsOf(message).map((name) => [name, count]));
        expect(t(key as never, values as never), key).not.toMatch(/[{}#]/);
      }
    }
    expect(failures).toEqual([]);
  });

  it("count as people do", () => {
    const cards = (locale: Language, count: number) =>
      createTranslator({ locale, messages: catalogues[locale], namespace: "drafts" })("cards", { count });
    expect(languages.map((code) => cards(code, 0))).toEqual([
      "aucune carte",
      "no cards",
      "ninguna tarjeta",
      "nessuna carta",
      "keine Karten",
    ]);
    expect(languages.map((code) => cards(code, 1))).toEqual([
      "1 carte",
      "1 card",
      "1 tarjeta",
      "1 carta",
      "1 Karte",
    ]);
    expect(cards("fr", 2)).toBe("2 cartes");
    expect(cards("de", 30)).toBe("30 Karten");
  });

  it.each(languages)("call a thing by one word in %s", (language) => {
    // A slogan may play, and words to search by are the ones that other people use.
    const shown = flatten(catalogues[language]).filter(
      ([key]) => !/^(landing\.title|palette\.words)/.test(key),
    );
    expect(shown.filter(([, message]) => strayWords[language].test(message))).toEqual([]);
  });

  it("know every error, status and job type of the contract", () => {
    expect(Object.keys(en.errors)).toEqual(expect.arrayContaining(Object.keys(errorCodes)));
    expect(Object.keys(en.draftStatus)).toEqual([...draftStatuses]);
    expect(Object.keys(en.admin.statuses)).toEqual([...jobStatuses]);
    expect(Object.keys(en.admin.types)).toEqual([...jobTypes]);
  });
});
