import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { boundGarbage } from '#platform/process/bound-garbage.ts';
import type { Scope } from '../run/run-result.ts';
import type { Listener } from '../run/told-tree.ts';
import type { Tree } from '../tree.ts';
import { importGraphOf } from './import-graph.ts';

/** What parsers hold is freed only when the event loop turns. */
const filesPerTurn = 50;
/** Fewer are followed when a rule asks. */
const fewestFiles = 500;

/** Takes the imports from texts that are read for whatever reason. */
export function hearImports({ rules }: CompiledRules, tree: () => Tree): Listener {
  const following = rules.filter(({ check }) => check.kind === 'imports');
  return (path, text) => {
    if (!following.some(({ files }) => matchesGlobs(files, path))) return;
    try {
      importGraphOf(tree()).hear(path, text);
    } catch {
      // a rule that asks for them will fail at it, and say so
    }
  };
}

/** Finds the imports of many files that are not known yet, with turns of the event loop. Rules then ask for what is found. */
export async function followImports({ rules }: CompiledRules, { paths, recalled, tree }: Scope, signal?: AbortSignal): Promise<void> {
  const following = rules.filter(({ check }) => check.kind === 'imports');
  if (following.length === 0) return;
  const unknown = (recalled?.left ?? paths).filter((path) => following.some(({ files }) => matchesGlobs(files, path)));
  if (unknown.length < fewestFiles) return;
  boundGarbage();
  const graph = importGraphOf(tree);
  for (const [index, path] of unknown.entries()) {
    try {
      graph.edgesFrom(path);
    } catch {
      return; // a rule that asks again will fail at it, and say so
    }
    if (index % filesPerTurn > 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}
