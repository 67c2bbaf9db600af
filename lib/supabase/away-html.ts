import type { Language } from "@/lib/contract/languages";
import words from "@/messages/broken.json";

/**
 * What one sees instead of a page that cannot be made while the database is away. It stands for itself, since the
 * application's own pages send their status before they ask the database.
 */
export function awayHtml(language: Language, nonce: string): string {
  const { title, text, again } = words[language];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 1.125rem/1.6 ui-rounded, system-ui, sans-serif }
  body { min-height: 90dvh; margin: 0; padding: 1.5rem; display: grid; place-content: center; text-align: center }
  a { display: inline-block; margin-top: 1rem; padding: .75rem 1.5rem; border: 2px solid; border-radius: 99px; color: inherit }
</style>
<main>
  <h1>${title}</h1>
  <p>${text}</p>
  <a href="">${again}</a>
</main>
</html>`;
}
