/** What `Prefer` headers ask for, in PostgREST's words. */
export interface Preferences {
  returning: "minimal" | "representation" | "headers-only";
  resolution?: "merge-duplicates" | "ignore-duplicates";
  /** Missing keys of a bulk insert become column defaults instead of null. */
  missingAsDefault: boolean;
  count?: "exact" | "planned" | "estimated";
  rollback: boolean;
  maxAffected?: number;
  /** The ones that were understood, for `Preference-Applied`. */
  applied: string[];
}

/** Reads the `Prefer` header. Unknown preferences are ignored, as the standard says. */
export function readPreferences(header: string | null): Preferences {
  const result: Preferences = { returning: "minimal", missingAsDefault: false, rollback: false, applied: [] };
  const wanted = (header ?? "").split(",").map((part) => part.trim());
  const isStrict = wanted.includes("handling=strict");
  for (const preference of wanted) {
    const [name, value = ""] = preference.split("=");
    if (name === "return" && /^(minimal|representation|headers-only)$/.test(value))
      result.returning = value as Preferences["returning"];
    else if (name === "resolution" && /^(merge|ignore)-duplicates$/.test(value))
      result.resolution = value as Preferences["resolution"];
    else if (preference === "missing=default") result.missingAsDefault = true;
    else if (name === "count" && /^(exact|planned|estimated)$/.test(value))
      result.count = value as Preferences["count"];
    else if (preference === "tx=rollback") result.rollback = true;
    else if (name === "max-affected" && isStrict && /^\d+$/.test(value)) result.maxAffected = Number(value);
    else if (preference !== "handling=strict") continue;
    result.applied.push(preference);
  }
  return result;
}
