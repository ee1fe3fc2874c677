import type { Tree } from '../tree.ts';
import type { Note } from './run-result.ts';

/** The same tree, which keeps note of the files that should be text and cannot be had: they must not pass for files without breaches. */
export function notingTree(tree: Tree): { tree: Tree; notes(): Note[] } {
  const reasons = new Map<string, string | undefined>();
  const whyUnread = (path: string): string | undefined => {
    if (!reasons.has(path)) reasons.set(path, tree.whyUnread?.(path));
    return reasons.get(path);
  };
  const noting: Tree = {
    ...tree,
    read: (path) => {
      const text = tree.read(path);
      if (text === undefined) whyUnread(path);
      return text;
    },
    whyUnread,
  };
  return { tree: noting, notes: () => [...reasons.keys()].flatMap((path) => unreadNote(noting, path) ?? []) };
}

/** Undefined where nothing is missed: the file is gone, or is no text. */
export function unreadNote(tree: Tree, path: string): Note | undefined {
  const why = tree.whyUnread?.(path);
  return why === undefined ? undefined : { about: 'syntax', path, line: 1, message: `not checked: ${why}` };
}
