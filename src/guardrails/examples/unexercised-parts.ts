import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { KindCompiler, Mutant } from '../kind/check-kind.ts';
import { type ExampleRun, runExample } from './example-run.ts';

/**
 * Parts of a rule that no example exercises: with such a part taken out every example comes out the same.
 * Each is either not needed or not tested.
 */
export function unexercisedParts(page: GuardrailPage, rule: CompiledRule, compiler: KindCompiler): string[] {
  const examples = page.examples.filter(({ verdict }) => verdict !== 'fixed');
  const expected = examples.map((example) => outcome(runExample(example, rule, page.guardrail)));
  let start = 0; // examples stand in the order of the parts, mostly: the one that told the last part tells the next, or its neighbour
  return compiler.mutants(rule.check).flatMap((mutant) => {
    const changed = mutantRule(rule, mutant, compiler);
    const differs = (index: number) => {
      const example = examples[index];
      return example !== undefined && outcome(runExample(example, changed, page.guardrail)) !== expected[index];
    };
    const telling = rotated(examples.length, start).find(differs);
    start = telling ?? start;
    return telling === undefined ? [mutant.part] : [];
  });
}

/** All indexes below a length, beginning with one of them. */
function rotated(length: number, start: number): number[] {
  return Array.from({ length }, (_, step) => (start + step) % length);
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
