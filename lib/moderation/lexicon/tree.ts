/** What is found at a place of the tree: the unit it belongs to, and the accents it asks for. */
export interface Leaf {
  unit: number;
  accented: string | null;
  whole: boolean;
}

/** A tree of letters that is grown once and then read many times; children stand in one flat array. */
export interface Tree {
  width: number;
  letters: ReadonlyMap<number, number>;
  /** The same for the first 128 characters, which nearly all are; -1 where the tree has none. */
  ascii: Int16Array;
  children: Int32Array;
  leaves: readonly (readonly Leaf[] | undefined)[];
}

/** Grows trees from words and what they stand for. */
export function growTree(words: Iterable<readonly [word: string, leaf: Leaf]>): Tree {
  const letters = new Map<number, number>();
  const branches: Map<number, number>[] = [new Map()];
  const leaves: Leaf[][] = [];
  for (const [word, leaf] of words) {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      const letter = letters.get(code) ?? letters.size;
      letters.set(code, letter);
      const branch = branches[node] as Map<number, number>;
      const next = branch.get(letter) ?? branches.length;
      if (next === branches.length) {
        branches.push(new Map());
        branch.set(letter, next);
      }
      node = next;
    }
    leaves[node] ??= [];
    leaves[node]?.push(leaf);
  }
  const width = letters.size;
  const children = new Int32Array(branches.length * width);
  for (const [node, branch] of branches.entries()) {
    for (const [letter, next] of branch) children[node * width + letter] = next;
  }
  const ascii = Int16Array.from({ length: 128 }, (_, code) => letters.get(code) ?? -1);
  return { width, letters, ascii, children, leaves };
}

/** The node after that letter, or 0 where the tree has none. */
export function step(tree: Tree, node: number, code: number): number {
  const letter = code < 128 ? (tree.ascii[code] ?? -1) : (tree.letters.get(code) ?? -1);
  return letter < 0 ? 0 : (tree.children[node * tree.width + letter] ?? 0);
}

/** The node after all letters of that word, or 0 where the tree ends before. */
export function descend(tree: Tree, from: number, word: string): number {
  let node = from;
  for (let index = 0; index < word.length; index++) {
    node = step(tree, node, word.charCodeAt(index));
    if (node === 0) return 0;
  }
  return node;
}
