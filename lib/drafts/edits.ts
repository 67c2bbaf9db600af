import { changeOf, isSame, leavesOf, type Path, valueAt, withValue } from "../edits/fields.ts";
import type { DraftPatch, EditDraft } from "./edit-schema.ts";
import type { Draft } from "./schema.ts";

/** A change of a universe, and the universe as the page showed it before. */
export interface DraftEdit {
  patch: DraftPatch;
  expected: DraftPatch | undefined;
  before: Draft | undefined;
}

/** What the universe says in the fields that a change names. */
export function seenBy(draft: Draft, patch: DraftPatch): DraftPatch {
  return changeOf(patch, (path) => valueAt(draft, path));
}

/** A new name counts in every language that said the old one. */
function namesOf(draft: Draft, patch: DraftPatch): DraftPatch["names"] {
  const said = Object.entries(draft.names).filter(([, name]) => name === draft.name);
  return {
    ...(patch.name ? Object.fromEntries(said.map(([code]) => [code, patch.name])) : {}),
    ...patch.names,
  };
}

/** The universe as it will be with this change. */
export function withPatch(draft: Draft, patch: DraftPatch): Draft {
  return leavesOf({ ...patch, names: namesOf(draft, patch) }).reduce<Draft>(
    (row, [path, value]) => withValue(row, path, value),
    draft,
  );
}

/** The universe without a change that was refused: what says anything else by now stays. */
export function withoutPatch(draft: Draft, { patch, before }: DraftEdit): Draft {
  if (!before) return draft;
  const asked = leavesOf({ ...patch, names: namesOf(before, patch) });
  return asked
    .filter(([path, value]: [Path, unknown]) => isSame(valueAt(draft, path), value))
    .reduce<Draft>((row, [path]) => withValue(row, path, valueAt(before, path)), draft);
}

/** The change that takes a change back, compared with what that one made of the universe. */
export function inverseOf({ patch, before, expected }: DraftEdit, after: Draft): EditDraft | null {
  if (!before) return null;
  // What was expected is what stood there, also where the page had not heard of it yet.
  const was = expected ? withPatch(before, expected) : before;
  const back = seenBy(was, { ...patch, names: namesOf(was, patch) });
  return { ...back, expected: seenBy(after, back) };
}
