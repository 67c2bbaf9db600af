/** Files of Next.js that a text names: by their path from the root in pages, from `_next/` in scripts, from their own folder in styles. */
const named = /(?:\/_next\/|\.\.\/|["'(])(?:static\/)?(?:chunks|media)\/[\w.~/-]+\.(?:js|css|woff2?)/g;

/** The files of Next.js that this text names, as paths of this origin. */
export function codeNamedIn(text: string): string[] {
  const found = text.match(named) ?? [];
  const paths = found.map((name) => `/_next/static/${name.slice(name.search(/(?:chunks|media)\//))}`);
  return [...new Set(paths)];
}

/**
 * Every script, style and font that a page can ever ask for: those that it names, those that these name, and so on. So a part
 * of the viewer that is loaded only when somebody asks for it is found too. `read` gives the text of a script or style, and
 * has kept it when it resolves; it is called once for each file, and its failure is passed on.
 */
export async function closeCode(page: string, read: (path: string) => Promise<string>): Promise<string[]> {
  const known = new Set(codeNamedIn(page));
  let fresh = [...known];
  while (fresh.length > 0) {
    const texts = await Promise.all(fresh.map(read));
    fresh = [...new Set(texts.flatMap(codeNamedIn))].filter((path) => !known.has(path));
    for (const path of fresh) known.add(path);
  }
  return [...known];
}
