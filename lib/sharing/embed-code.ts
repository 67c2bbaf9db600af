function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

interface Embedded {
  /** Where the studio is. */
  origin: string;
  slug: string;
  name: string;
}

/** The HTML with which another site shows the cards of a universe. */
export function embedCode({ origin, slug, name }: Embedded): string {
  const address = new URL(`/embed/${slug}`, origin).href;
  return `<iframe src="${escaped(address)}" title="${escaped(name)}" width="100%" height="640" loading="lazy" allow="autoplay; fullscreen" style="border:0;border-radius:16px"></iframe>`;
}
