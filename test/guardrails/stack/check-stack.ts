import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { StackCheck } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

/** What a stack guardrail finds in some files, as `path:line:column quoted (detail)`. */
export function checkStack(check: Omit<StackCheck, 'kind' | 'concern'>, files: Record<string, string>, whole = true): string[] {
  const { compiled, problems } = compileRules([makePage('one', { kind: 'stack', concern: 'logging', ...check })], {
    engine: '',
    pagesHash: '',
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const { findings, faults } = runRules(compiled, { tree: memoryTree(files), paths: Object.keys(files), whole });
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return findings.map(({ path, range, message }) => {
    const quoted =
      range === undefined
        ? ''
        : (files[path]?.split('\n')[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1) ?? '');
    return `${path}:${range?.start.line}:${range?.start.column} ${quoted} ${message.replace('one is broken. ', '')}`;
  });
}

/** The same without the words. */
export function placesOf(check: Omit<StackCheck, 'kind' | 'concern'>, files: Record<string, string>): string[] {
  return checkStack(check, files, false).map((line) => line.replace(/ \(.*$/, ''));
}
