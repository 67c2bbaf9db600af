import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Language } from "../../../lib/contract/languages.ts";

type Catalogue = { [key: string]: string | Catalogue };

function flatten(catalogue: Catalogue, prefix = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

/** Every message of the interface in this language, by its key. */
export function messagesOf(language: Language): Map<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(`messages/${language}.json`, "utf8"))));
}

/**
 * What a page says to its reader: texts, names for screen readers, hints, examples and its title. What is marked as
 * another language than the page's is left out.
 */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [document.title];
    const isOurs = (element: Element) =>
      element.closest("[lang]")?.getAttribute("lang") === document.documentElement.lang &&
      !element.closest("script, style, [aria-hidden=true]");
    for (const element of document.body.querySelectorAll("*")) {
      if (!isOurs(element)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        words.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? "");
    }
    return words.map((text) => text.trim()).filter(Boolean);
  });
}

/** The second half of the product's name, which its logo writes in another colour. */
const brand = "Swipe";

/** What a page says that is no message of its language: raw keys, and messages that are still English. */
export async function strayWords(page: Page, language: Language): Promise<string[]> {
  const [ours, english] = [messagesOf(language), messagesOf("en")];
  const own = new Set(ours.values());
  // A universe keeps the name that its maker gave it, in the maker's language, and a theme's name is a likely one.
  const left = new Set([...english].filter(([key]) => !key.startsWith("themes.")).map(([, text]) => text));
  return (await wordsOn(page)).filter(
    (word) => word !== brand && !own.has(word) && (left.has(word) || ours.has(word)),
  );
}
