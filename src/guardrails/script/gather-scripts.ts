import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Hit, TreeRunner } from '../kind/check-kind.ts';
import type { Scope } from '../run/run-result.ts';
import { ScriptSession } from './script-session.ts';

/**
 * Runs the modules of all script rules, one after the other, and gives a runner that knows what they found: from there on
 * it is found like anything else (allows, fingerprints, faults). Needs `root`: a module is a file.
 */
export async function gatherScripts(rules: readonly CompiledRule[], scope: Scope, signal?: AbortSignal): Promise<TreeRunner> {
  const gathered = new Map<string, Gathered>();
  for (const rule of rules) {
    if (rule.check.kind === 'script' && scope.root !== undefined)
      gathered.set(rule.id, await gather(rule, { ...scope, root: scope.root }, signal));
  }
  return runnerOf(gathered);
}

type Gathered = { hits: Hit[] } | { hits?: undefined; error: unknown };

async function gather(rule: CompiledRule, scope: Scope & { root: string }, signal?: AbortSignal): Promise<Gathered> {
  let session: ScriptSession | undefined;
  try {
    session = new ScriptSession(rule, { root: scope.root });
    return { hits: await session.hits(rule, scope, signal) };
  } catch (error) {
    signal?.throwIfAborted();
    return { error };
  } finally {
    await session?.close();
  }
}

export function runnerOf(gathered: ReadonlyMap<string, Gathered>): TreeRunner {
  return {
    scope: 'tree',
    checkTree(rule) {
      const found = gathered.get(rule.id);
      if (found === undefined) return [];
      if (found.hits === undefined) throw found.error;
      return found.hits;
    },
  };
}
