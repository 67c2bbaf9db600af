import type { Language } from "../contract/languages.ts";
import type { ChangeMessage } from "../contract/topics.ts";
import { draftFiles, mergeRecord } from "../drafts/files.ts";
import type { Page } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { isOlder } from "../realtime/is-older.ts";
import { compareDrafts, fitsView, nameOf } from "./match.ts";
import { type DraftView, isFiltered } from "./view.ts";

interface Patched {
  page: Page<Draft>;
  /** True when only a new reading can tell what the list shows. */
  isUncertain: boolean;
  /** The draft that the message is about, when the list shows it, and its files that are not signed yet. */
  shown: Draft | null;
  unsigned: [name: (typeof draftFiles)[number], path: string][];
  settled: (typeof draftFiles)[number][];
}

/** A draft that is new is one's own; a message about one that others share says so. */
const own = { my_role: "owner", shared_by: null } as Draft;

const unchanged = (page: Page<Draft>, isUncertain = false): Patched => ({
  page,
  isUncertain,
  shown: null,
  unsigned: [],
  settled: [],
});

/** The rows with one more, in its place; null where that is beyond what was loaded of a longer list. */
function insert(
  items: Draft[],
  draft: Draft,
  isLonger: boolean,
  compare: (one: Draft, other: Draft) => number,
) {
  const at = items.findIndex((item) => compare(draft, item) < 0);
  if (at === -1 && isLonger) return null;
  return at === -1 ? [...items, draft] : items.toSpliced(at, 0, draft);
}

/**
 * What a list is after one message about a draft. Rows that did not change keep their identity, and those that are shown
 * keep their place, but when their name decides it: a list by time of change would jump under the hand.
 */
export function patchDrafts(
  page: Page<Draft>,
  { operation, record }: Pick<ChangeMessage, "operation" | "record">,
  view: DraftView,
  language: Language,
): Patched {
  const message = record as unknown as Draft;
  const known = page.items.find(({ id }) => id === message.id);
  const others = page.items.filter(({ id }) => id !== message.id);
  const isLonger = page.items.length < page.total;
  const left: Page<Draft> = { items: others, total: page.total - 1 };
  if (operation === "DELETE") return known ? unchanged(left) : unchanged(page, isLonger);
  if (isOlder(message, known)) return unchanged(page);

  const { row: draft, unsigned, settled } = mergeRecord(draftFiles, known ?? own, message);
  const compare = (one: Draft, other: Draft) => compareDrafts(one, other, view, language);
  const fits = fitsView(draft, view);
  if (known) {
    if (fits === false) return unchanged(left, isLonger);
    const hasNewWords = nameOf(known, language) !== nameOf(draft, language) || known.theme !== draft.theme;
    const items =
      hasNewWords && view.sort === "name"
        ? insert(others, draft, isLonger, compare)
        : page.items.map((item) => (item === known ? draft : item));
    return {
      page: { items: items ?? others, total: page.total },
      isUncertain: (fits === null && hasNewWords) || items === null,
      shown: items && draft,
      unsigned,
      settled,
    };
  }
  // It may have been counted already, with what is not loaded yet.
  if (fits === false) return unchanged(page, isLonger && isFiltered(view));
  const last = page.items.at(-1);
  if (operation === "UPDATE" && isLonger && !isFiltered(view) && last && compare(draft, last) > 0)
    return unchanged(page);
  // Whose it is, when it is not new, only the database can tell.
  if (fits === null || (operation === "UPDATE" && message.my_role === undefined))
    return unchanged(page, true);
  const total = page.total + 1;
  const items = insert(page.items, draft, isLonger, compare);
  if (!items) return unchanged({ items: page.items, total });
  return { page: { items, total }, isUncertain: false, shown: draft, unsigned, settled };
}
