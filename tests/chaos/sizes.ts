import { parseArgs } from "node:util";

/** Reads `--name number` for each of these numbers from the command line. Throws on anything else. */
export function readSizes<Sizes extends Record<string, number>>(defaults: Sizes): Sizes {
  const options = Object.fromEntries(
    Object.keys(defaults).map((name) => [name, { type: "string" as const }]),
  );
  const { values } = parseArgs({ options });
  const given = Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  for (const [name, value] of given)
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
  return { ...defaults, ...Object.fromEntries(given) };
}
