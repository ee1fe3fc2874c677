import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { boundGarbage } from '#platform/process/bound-garbage.ts';
import type { Scope } from '../../run/run-result.ts';
import { astLanguageOf } from '../ast-language.ts';
import { type Asked, Asking, fewestFiles } from './asking.ts';
import { bulkLanguages } from './cli-rules.ts';
import { findCli } from './find-cli.ts';
import { fewestForThread, Reading, startFactThread } from './reading.ts';
import type { TextFacts } from './text-facts.ts';

/** Between them the other program's words are heard: it waits when nobody listens. */
const filesPerTurn = 50;

interface Bulk extends Asked {
  scope: Scope;
}

/**
 * Where many files are to be searched: what the ast rules find in them, as far as the command line can tell. All are read when it
 * resolves, and it may still be answering. Undefined where the command line is not there, or not worth its start.
 */
export async function searchInBulk({ rules }: CompiledRules, scope: Scope, signal?: AbortSignal): Promise<Asking | undefined> {
  const { root } = scope;
  const ast = rules.filter(({ check }) => check.kind === 'ast');
  if (root === undefined || scope.onDisk !== true || ast.length === 0) return undefined;
  const unknown = (scope.recalled?.left ?? scope.paths).filter(isBulk);
  const cli = unknown.length < fewestFiles ? undefined : findCli();
  return cli === undefined ? undefined : await search(unknown, { root, scope, cli, rules: ast }, signal);
}

function isBulk(path: string): boolean {
  return bulkLanguages.some((language) => language === astLanguageOf(path));
}

/** Reads each file once: those that no rule can find anything in are done with that. The others are asked for meanwhile, and beyond. */
async function search(paths: readonly string[], bulk: Bulk, signal?: AbortSignal): Promise<Asking> {
  const { rules, scope } = bulk;
  boundGarbage();
  const asking = new Asking(bulk, signal);
  const thread = paths.length < fewestForThread ? undefined : (scope.thread ?? startFactThread());
  const reading = new Reading({ rules, thread, take });
  try {
    for (const [index, path] of paths.entries()) {
      const text = scope.tree.read(path);
      if (text !== undefined) reading.add(path, text);
      if (index % filesPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    await reading.end();
    asking.end();
    return asking;
  } catch (error) {
    await asking.settled();
    throw error;
  } finally {
    await thread?.end();
  }

  function take(path: string, facts: TextFacts | undefined): void {
    if (facts !== undefined) asking.add(path, facts);
  }
}
