/** One measured figure. The ratio is value over peer, both measured in this run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  peer: number | null;
}

/** Prints one figure as a JSON line. */
export function report({ name, value, unit, peer }: Figure): void {
  const round = (number: number) => Number(number.toPrecision(4));
  const ratio = peer ? round(value / peer) : null;
  console.log(
    JSON.stringify({ name, value: round(value), unit, peer: peer === null ? null : round(peer), ratio }),
  );
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(index, 0)] ?? Number.NaN;
}

/** The middle value; of an even number of samples the lower of the two in the middle. */
export function median(samples: number[]): number {
  return percentile(samples, 0.5);
}

/** A positive whole number from the environment, for shorter (or longer) runs. Throws when it is none. */
export function sizeFromEnv(name: string, usual: number): number {
  const size = Number(process.env[name] || usual);
  if (!Number.isInteger(size) || size < 1) throw new Error(`${name} must be a positive whole number.`);
  return size;
}
