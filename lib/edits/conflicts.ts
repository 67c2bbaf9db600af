import { Problem } from "../problem.ts";

/** A field that somebody else changed meanwhile, and what it says now. */
export interface Conflict {
  /** As in the change that was sent: `names.de`, `texts.fr.alt_text`, and `items.3.names.de` of several cards. */
  path: string;
  now: unknown;
}

/** The fields for which a change came too late, to be shown for a choice; none for every other error. */
export function conflictsOf(error: unknown): Conflict[] {
  if (!(error instanceof Problem) || error.code !== "changed_meanwhile") return [];
  return error.errors.map(({ path, message }) => ({ path, now: read(message) }));
}

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
