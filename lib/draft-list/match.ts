import type { Language } from "../contract/languages.ts";
import type { Draft } from "../drafts/schema.ts";
import type { DraftView } from "./view.ts";

/** Without case and accents, as `private.fold` in the database does it, so that both find and sort alike. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** Whether a view shows a draft; null where its cards or the names of its theme decide, which it does not carry. */
export function fitsView(draft: Draft, { search, status, theme }: DraftView): boolean | null {
  if (status && !status.includes(draft.status)) return false;
  if (theme && !theme.includes(draft.template)) return false;
  if (!search) return true;
  const own = foldName([draft.name, draft.theme, ...Object.values(draft.names)].join("\n"));
  const words = foldName(search).split(/\s+/).filter(Boolean);
  return words.every((word) => own.includes(word)) || null;
}

/** What a draft is called in a language. */
export function nameOf(draft: Draft, language: Language): string {
  return draft.names[language] ?? draft.name;
}

const since = (moment: string) => Date.parse(moment);

/** The order of a view, as the database sorts: negative when `one` comes first. */
export function compareDrafts(one: Draft, other: Draft, { sort }: DraftView, language: Language): number {
  const byAge = since(other.created_at) - since(one.created_at) || (one.id < other.id ? -1 : 1);
  if (sort === "oldest") return since(one.created_at) - since(other.created_at) || byAge;
  if (sort === "updated") return since(other.updated_at) - since(one.updated_at) || byAge;
  if (sort === "name") {
    const [first, second] = [foldName(nameOf(one, language)), foldName(nameOf(other, language))];
    if (first !== second) return first < second ? -1 : 1;
  }
  return byAge;
}
