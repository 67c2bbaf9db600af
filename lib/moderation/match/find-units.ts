import { type Leaf, step, type Tree } from "../lexicon/tree.ts";
import type { Form } from "../words/word.ts";
import { rulesOf, type Scope } from "./scope.ts";

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
    for (const leaf of tree.leaves[node] ?? []) visit(leaf, index + 1);
  }
}

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

function refuses(scope: Scope, unit: number): boolean {
  for (const rule of rulesOf(scope, unit)) if (rule.category !== null && rule.units.length === 1) return true;
  return false;
}

/** True where the form is a refused word, or begins with a refused stem of at least that many letters. */
export function isRefused(scope: Scope, form: Form, shortestStem: number): boolean {
  let refused = false;
  const { starts, inner } = scope.lexicon;
  for (const tree of [starts, inner]) {
    follow(scope, tree, form, 0, (leaf, to) => {
      if (refused || !fits(leaf, form, 0, to) || (to < shortestStem && to < form.plain.length)) return;
      refused = refuses(scope, leaf.unit);
    });
  }
  return refused;
}

/** True where the form, taken by itself, is on a list of harmless words. */
export function isHarmless(scope: Scope, form: Form): boolean {
  let harmless = false;
  findUnits(scope, form, (unit) => {
    if (harmless) return;
    for (const rule of rulesOf(scope, unit)) harmless ||= rule.category === null && rule.units.length === 1;
  });
  return harmless;
}
