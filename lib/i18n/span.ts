type Unit = "second" | "minute" | "hour" | "day";

const sizes: [Unit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

interface SpanStyle {
  /** How many units at most, the largest first. */
  units?: number;
  /** "narrow" for tables (3m 20s), "short" for sentences (3 min 20 sec). */
  display?: "narrow" | "short";
}

/** Writes a span of seconds with its largest units, two unless said otherwise, as people of this language do. Less than a second is 0 seconds. */
export function writeSpan(
  seconds: number,
  locale: string,
  { units = 2, display = "narrow" }: SpanStyle = {},
): string {
  let left = Math.max(0, Math.floor(seconds));
  const first = sizes.findIndex(([, size]) => left >= size);
  const index = first === -1 ? sizes.length - 1 : first;
  const parts: string[] = [];
  for (const [unit, size] of sizes.slice(index, index + units)) {
    const value = Math.floor(left / size);
    left -= value * size;
    if (value > 0 || parts.length === 0)
      parts.push(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: display }).format(value));
  }
  return parts.join(" ");
}

/** Writes how long something will take by experience: no finer than anybody can know, to 5 seconds from one minute on, to whole minutes from ten on. */
export function writeEstimate(seconds: number, locale: string): string {
  const grain = seconds < 60 ? 1 : seconds < 600 ? 5 : 60;
  return writeSpan(Math.max(1, Math.round(seconds / grain) * grain), locale, { display: "short" });
}
