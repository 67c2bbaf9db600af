/** Pages around the cards of a universe: on other websites, on paper, and how to hand it out. */
const companion = /^\/(?:embed\/([^/]+)|u\/([^/]+)(\/(?:print|share)))$/;

/** Which universe a page is around, and where the page of the same kind is for another address of it; null for all other pages. */
export function companionOf(path: string): { slug: string; pageOf: (slug: string) => string } | null {
  const [, embedded, shown, rest] = path.match(companion) ?? [];
  if (embedded) return { slug: embedded, pageOf: (slug) => `/embed/${slug}` };
  if (shown) return { slug: shown, pageOf: (slug) => `/u/${slug}${rest}` };
  return null;
}

/** Whether any website may show this page in a frame. */
export function mayBeFramed(path: string): boolean {
  return /^\/embed\/[^/]+$/.test(path);
}
