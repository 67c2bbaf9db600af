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
export function growTree(words: readonly (readonly [word: string, leaf: Leaf])[]): Tree {
  const letters = new Map<number, number>();
  for (const [word] of words) {
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      if (!letters.has(code)) letters.set(code, letters.size);
    }
  }
  const width = letters.size;
  const ascii = Int16Array.from({ length: 128 }, (_, code) => letters.get(code) ?? -1);
  const mostNodes = words.reduce((sum, [word]) => sum + word.length, 1);
  const children = new Int32Array(mostNodes * width);
  const leaves: Leaf[][] = [];
  let nodes = 1;
  for (const [word, leaf] of words) {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      const child = node * width + (letters.get(word.charCodeAt(index)) as number);
      if (children[child] === 0) children[child] = nodes++;
      node = children[child] as number;
    }
    leaves[node] ??= [];
    leaves[node]?.push(leaf);
  }
  return { width, letters, ascii, children: children.slice(0, nodes * width), leaves };
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
