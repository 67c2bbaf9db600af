/** Widths in pixels in which a published picture is to be had; the studio's own are 1024 wide. */
export const pictureWidths = [400, 800, 1280] as const;

const published = /^\/media\/(?=.*\.(?:webp|png|jpg)$)/;

/** The sizes of a published picture, as an `<img>` lists them; undefined for one that is not published, which has one size. */
export function sizesOf(url: string | null): string | undefined {
  if (!url || !published.test(url)) return undefined;
  return pictureWidths.map((width) => `${url.replace("/media/", `/media/w${width}/`)} ${width}w`).join(", ");
}
