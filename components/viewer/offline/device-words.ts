/** What is said to adults about keeping cards on a device. */
export interface DeviceWords {
  title: string;
  text: string;
  keep: string;
  size: string;
  saved: string;
  stop: string;
  goOn: string;
  whole: string;
  away: string;
  full: string;
  failed: string;
  gone: string;
  unable: string;
  remove: string;
  all: string;
  install: string;
  installText: string;
  share: string;
  fromDevice: string;
}

/** Puts values into the places of a text that name them. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** A size as people read it, in the language of the page. */
export function megabytes(text: string, bytes: number): string {
  const size = bytes / 1e6;
  const digits = size < 10 ? 1 : 0;
  const shown = new Intl.NumberFormat(document.documentElement.lang || undefined, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return fill(text, { size: shown.format(Math.max(0.1, size)) });
}
