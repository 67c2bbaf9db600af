/** Pages around the cards of a universe: on paper, and how to hand it out. */
const companion = /^\/u\/([^/]+)(\/(?:print|share))$/;

/** Which universe a page is around, and where the page of the same kind is for another address of it; null for all other pages. */
export function companionOf(path: string): { slug: string; pageOf: (slug: string) => string } | null {
  const [, shown, rest] = path.match(companion) ?? [];
  return shown ? { slug: shown, pageOf: (slug) => `/u/${slug}${rest}` } : null;
}

/** Whether any website may show this page in a frame. */
export function mayBeFramed(path: string): boolean {
  return /^\/embed\/[^/]+$/.test(path);
}
