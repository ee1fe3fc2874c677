import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { FileRunner } from '../kind/check-kind.ts';

export interface FileRule {
  rule: CompiledRule;
  runner: FileRunner;
}

/** Rules that share work go together, the others alone. */
export function fileBatches(rules: readonly FileRule[]): { runner: FileRunner; rules: CompiledRule[] }[] {
  const shared = new Map<FileRunner, CompiledRule[]>();
  const alone: { runner: FileRunner; rules: CompiledRule[] }[] = [];
  for (const { rule, runner } of rules) {
    if (runner.together !== true) alone.push({ runner, rules: [rule] });
    else if (shared.get(runner)?.push(rule) === undefined) shared.set(runner, [rule]);
  }
  return [...[...shared].map(([runner, group]) => ({ runner, rules: group })), ...alone];
}
