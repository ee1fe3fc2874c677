import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { diffTexts } from './diff-texts.ts';
import type { ExampleRun } from './example-run.ts';
import { fixFile } from './fix-file.ts';
import type { Judgement } from './judge-example.ts';

/** Whether the rule's fix turns the `bad` example before it into what the `fixed` fence shows. */
export function judgeFixed(example: Example, bad: ExampleRun | undefined, rule: CompiledRule): Judgement & { diff?: string } {
  if (rule.check.kind !== 'ast' || rule.check.fix === undefined) return { ok: false, explanation: 'the check has no `fix`' };
  if (bad === undefined) return { ok: false, explanation: 'there is no `bad` example before it' };
  if (bad.kind !== 'files') return { ok: false, explanation: 'the `bad` example before it could not be run' };
  for (const [path, expected] of pairs(example, Object.keys(bad.files))) {
    const before = bad.files[path];
    if (before === undefined) return { ok: false, explanation: `the \`bad\` example before it has no file ${path}` };
    const made = fixFile(rule, path, before);
    if (made !== expected)
      return {
        ok: false,
        explanation: 'the fix makes something else of it',
        diff: diffTexts({ 'as the page shows it': expected, 'as the fix makes it': made }),
      };
  }
  return { ok: true, explanation: 'the fix makes this of it' };
}

/** A file without a path of its own stands for the one at its place in the `bad` example. */
function pairs(example: Example, badPaths: readonly string[]): [path: string, expected: string][] {
  return example.files.map((file, index) => [file.path ?? badPaths[index] ?? `number ${index + 1}`, file.text]);
}
