import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { Listener } from '../run/told-tree.ts';
import type { Tree } from '../tree.ts';
import { useFinder } from './find-uses.ts';
import type { LibraryUse } from './library-use.ts';

const heard = new WeakMap<Tree, Map<string, ReadonlyMap<string, readonly LibraryUse[]>>>();

/** What files use for a concern, by the check as JSON, in texts that were read before anybody asked. */
export function heardUses(tree: Tree, check: string): ReadonlyMap<string, readonly LibraryUse[]> | undefined {
  return heard.get(tree)?.get(check);
}

/** Looks for libraries in texts that are read for whatever reason. */
export function hearLibraries({ rules }: CompiledRules, tree: () => Tree): Listener {
  const concerns = new Map<string, ReadonlyMap<string, readonly LibraryUse[]>>();
  const listeners = rules.flatMap(({ check, files }) => {
    if (check.kind !== 'stack') return [];
    const uses = new Map<string, readonly LibraryUse[]>();
    concerns.set(JSON.stringify(check), uses);
    return [{ files, find: useFinder(check), uses }];
  });
  return (path, text) => {
    for (const { files, find, uses } of listeners) {
      if (uses.has(path) || !matchesGlobs(files, path)) continue;
      try {
        uses.set(path, find(path, text));
      } catch {
        // the rule asks again, and fails at it itself
      }
    }
    if (listeners.length > 0) heard.set(tree(), concerns);
  };
}
