import type { Finding } from "../language-check/finding.ts";
import { placeKey } from "./words.ts";

export type FindingsByPlace = ReadonlyMap<string, readonly Finding[]>;

/** Findings by the place that they are about. Lists that say what they said before keep their identity, so that only cells with news are drawn. */
export function groupFindings(findings: readonly Finding[], before?: FindingsByPlace): FindingsByPlace {
  const groups = Map.groupBy(findings, placeKey);
  const kept = [...groups].map(([key, list]) => {
    const known = before?.get(key);
    return [key, known && JSON.stringify(known) === JSON.stringify(list) ? known : list] as const;
  });
  return new Map(kept);
}
