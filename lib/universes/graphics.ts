/** The pictures of a universe as a whole. */
export const graphics = ["cover", "poster", "logo"] as const;
export type Graphic = (typeof graphics)[number];

interface Size {
  /** Names the shape in the messages. */
  shape: "wide" | "square" | "screen" | "portrait" | "landscape" | "small" | "large";
  width: number;
  height: number;
}

/** Sizes in pixels in which each is offered; the first is the usual one. Sheets have the proportions of A4. */
export const graphicSizes: Record<Graphic, readonly [Size, ...Size[]]> = {
  cover: [
    { shape: "wide", width: 1200, height: 630 },
    { shape: "screen", width: 1600, height: 900 },
    { shape: "square", width: 1080, height: 1080 },
  ],
  poster: [
    { shape: "portrait", width: 1240, height: 1754 },
    { shape: "landscape", width: 1754, height: 1240 },
    { shape: "square", width: 1400, height: 1400 },
  ],
  logo: [
    { shape: "square", width: 512, height: 512 },
    { shape: "small", width: 256, height: 256 },
    { shape: "large", width: 1024, height: 1024 },
  ],
};
