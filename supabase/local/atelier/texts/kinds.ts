import type { Concept } from "../art/catalogue.ts";
import table from "./kinds.json" with { type: "json" };

/** Which family of stories tells of a thing: animals and machines act, food and things are handled, sights are seen. */
export type StoryClass =
  | "animal"
  | "machine"
  | "person"
  | "food"
  | "thing"
  | "sight"
  | "place"
  | "feeling"
  | "colour"
  | "number";

/** What a concept is: the kind whose general facts are true of it, and how stories treat it. */
export interface Kind {
  name: string;
  story: StoryClass;
}

const rows = Object.entries(table.kinds as Record<string, { story: string; concepts: string }>);
const seenNotHeld = new Set(table.seenNotHeld.split(" "));
const byConcept = new Map(
  rows.flatMap(([name, { story, concepts }]) =>
    concepts.split(" ").map((key) => {
      const kind: Kind = { name, story: seenNotHeld.has(key) ? "sight" : (story as StoryClass) };
      return [key, kind] as const;
    }),
  ),
);

/** The kind of a concept; null for one that nobody has sorted yet. */
export function kindOf(concept: Concept): Kind | null {
  return byConcept.get(concept.key) ?? null;
}
