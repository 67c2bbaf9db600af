/** The themes that ship; each has a picture in `public/themes` and a name in the messages. */
export const shippedThemes = ["jungle", "ocean", "space", "farm", "vehicles", "construction"] as const;
export type ShippedTheme = (typeof shippedThemes)[number];

export function isShippedTheme(theme: string): theme is ShippedTheme {
  return (shippedThemes as readonly string[]).includes(theme);
}

export function themePicture(theme: ShippedTheme): string {
  return `/themes/${theme}.webp`;
}

/** The same for places of up to 48 pixels. */
export function smallThemePicture(theme: ShippedTheme): string {
  return `/themes/small/${theme}.webp`;
}
