import type { Unit } from '../unit.ts';
import { rebaseLinks } from './rebase-links.ts';

/** What all drafts of one import have in common. */
export interface Writer {
  /** Names that pages have already. */
  taken: Set<string>;
  /** A text of a unit as it has to be in another file. */
  moved: (unit: Unit, to: string, text: string) => string;
}

/** `files`: those of the repository; `taken`: names of pages that are there, drafts too. */
export function makeWriter(files: readonly string[], taken: Iterable<string>): Writer {
  const places = new Set(files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))));
  return {
    taken: new Set(taken),
    moved: ({ pieces }, to, text) => rebaseLinks(text, { from: pieces[0]?.source ?? '', to, exists: (path) => places.has(path) }),
  };
}
