import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { KindCompiler, Mutant } from '../kind/check-kind.ts';
import { type ExampleRun, runExample } from './example-run.ts';

/**
 * Parts of a rule that no example exercises: with such a part taken out every example comes out the same.
 * Each is either not needed or not tested.
 */
export function unexercisedParts(page: GuardrailPage, rule: CompiledRule, compiler: KindCompiler): string[] {
  const examples = page.examples.filter(({ verdict }) => verdict !== 'fixed');
  const expected = examples.map((example) => outcome(runExample(example, rule, page.guardrail)));
  return compiler.mutants(rule.check).flatMap((mutant) => {
    const changed = mutantRule(rule, mutant, compiler);
    const isSame = (example: Example, index: number) => outcome(runExample(example, changed, page.guardrail)) === expected[index];
    return examples.every(isSame) ? [mutant.part] : [];
  });
}

/** A mutant may be nonsense that ast-grep refuses; its literals are left out, since they were never proven for it. */
function mutantRule(rule: CompiledRule, mutant: Mutant, compiler: KindCompiler): CompiledRule {
  return { ...rule, ...compiler.extras?.(mutant.check), check: mutant.check, literals: [] };
}

/** What is found where. A rule that cannot be run differs from every one that can. */
function outcome(run: ExampleRun): string {
  if (run.kind === 'commands') return JSON.stringify(run.lines.map(({ denied }) => denied));
  if (run.kind === 'failed') return 'failed';
  return JSON.stringify(run.findings.map(({ path, range, message }) => [path, range, range === undefined ? message : '']));
}
