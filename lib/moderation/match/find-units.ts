import { type Leaf, step, type Tree } from "../lexicon/tree.ts";
import type { Form } from "../words/word.ts";
import { hasLoneRule, type Scope } from "./scope.ts";

function fits(leaf: Leaf, form: Form, from: number, to: number): boolean {
  if (leaf.whole && to !== form.plain.length) return false;
  return leaf.accented === null || form.accented.slice(from, to) === leaf.accented;
}

/** Calls `visit` for each leaf that is met on the way through the tree from that letter of the form on. */
export function follow(
  scope: Scope,
  tree: Tree,
  { plain }: Form,
  from: number,
  visit: (leaf: Leaf, to: number) => void,
): void {
  let node = 0;
  for (let index = from; index < plain.length; index++) {
    scope.steps++;
    node = step(tree, node, plain.charCodeAt(index));
    if (node === 0) return;
    const leaves = tree.leaves[node];
    if (leaves) for (const leaf of leaves) if (isKnown(scope, leaf)) visit(leaf, index + 1);
  }
}

const isKnown = (scope: Scope, { unit }: Leaf) => scope.active & (scope.lexicon.knownIn[unit] ?? 0);

/** Calls `found` for each unit that a form of a word belongs to; it may do so more than once. */
export function findUnits(scope: Scope, form: Form, found: (unit: number) => void): void {
  const { starts, inner } = scope.lexicon;
  follow(scope, starts, form, 0, (leaf, to) => {
    if (fits(leaf, form, 0, to)) found(leaf.unit);
  });
  for (let from = 0; from < form.plain.length; from++) {
    follow(scope, inner, form, from, (leaf, to) => {
      if (fits(leaf, form, from, to)) found(leaf.unit);
    });
  }
}

/** True where the form is a refused word, or begins with a refused stem of at least that many letters. */
export function isRefused(scope: Scope, form: Form, shortestStem: number): boolean {
  let refused = false;
  const { starts, inner, refusals } = scope.lexicon;
  for (const tree of [starts, inner]) {
    follow(scope, tree, form, 0, (leaf, to) => {
      if (refused || !fits(leaf, form, 0, to) || (to < shortestStem && to < form.plain.length)) return;
      refused = hasLoneRule(scope, refusals[leaf.unit]);
    });
  }
  return refused;
}

/** True where the form, taken by itself, is on a list of harmless words. */
export function isHarmless(scope: Scope, form: Form): boolean {
  let harmless = false;
  findUnits(scope, form, (unit) => {
    harmless ||= hasLoneRule(scope, scope.lexicon.waivers[unit]);
  });
  return harmless;
}
