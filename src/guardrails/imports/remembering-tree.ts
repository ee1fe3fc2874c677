import type { Tree } from '../tree.ts';

/** The same few names are looked for again and again, most of them in vain; on disk each look is a system call. */
export function rememberingTree(tree: Tree): Tree {
  if (tree.isListed === true) return tree;
  const known = new Map<string, boolean>();
  const has = (path: string): boolean => {
    let answer = known.get(path);
    if (answer === undefined) {
      answer = tree.has(path);
      known.set(path, answer);
    }
    return answer;
  };
  return { paths: () => tree.paths(), has, read: (path) => tree.read(path) };
}
