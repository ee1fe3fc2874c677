import type { Tree } from '../tree.ts';

/** Takes from the text of a file what it will need of it, so that the file is not read again. Never throws. */
export type Listener = (path: string, text: string) => void;

/** The same tree, which tells of every text that is read. Whoever is told may not read from it meanwhile. */
export function toldTree(tree: Tree, listeners: readonly Listener[]): Tree {
  return {
    ...tree,
    read: (path) => {
      const text = tree.read(path);
      if (text !== undefined) for (const listen of listeners) listen(path, text);
      return text;
    },
  };
}
