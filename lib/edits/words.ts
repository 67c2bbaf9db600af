import { leavesOf } from "./fields.ts";

/** What nobody reads or speaks, though it is text. */
const noWords = new Set([
  "visibility",
  "background_color",
  "style",
  "music_mood",
  "music_genre",
  "languages",
  "pieces",
]);

/** Every text of a change by the path of its field, to be judged before it is stored. */
export function wordsOf(change: object): Record<string, string> {
  const texts = leavesOf(change).flatMap(([path, value]) =>
    typeof value === "string" && !path.includes("expected") && !noWords.has(path[0] ?? "")
      ? [[path.join("."), value] as const]
      : [],
  );
  return Object.fromEntries(texts);
}
