import type { Tree } from '../tree.ts';
import type { Note } from './run-result.ts';

/** The same tree, which keeps note of the files that should be text and cannot be had: they must not pass for files without breaches. */
export function notingTree(tree: Tree): { tree: Tree; notes(): Note[] } {
  const unread = new Map<string, Note>();
  const read = (path: string): string | undefined => {
    const text = tree.read(path);
    const note = text === undefined ? unreadNote(tree, path) : undefined;
    if (note !== undefined) unread.set(path, note);
    return text;
  };
  return { tree: { ...tree, read }, notes: () => [...unread.values()] };
}

/** Undefined where nothing is missed: the file is gone, or is no text. */
export function unreadNote(tree: Tree, path: string): Note | undefined {
  const why = tree.whyUnread?.(path);
  return why === undefined ? undefined : { about: 'syntax', path, line: 1, message: `not checked: ${why}` };
}
