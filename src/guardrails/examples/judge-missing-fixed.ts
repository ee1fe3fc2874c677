import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { diffTexts } from './diff-texts.ts';
import type { ExampleRun } from './example-run.ts';
import { fixFile } from './fix-file.ts';
import type { Judgement } from './judge-example.ts';

/** A fix is proven by what it makes of a `bad` example: where no fence shows it, this does, for the author to judge. */
export function judgeMissingFixed(bad: ExampleRun | undefined, rule: CompiledRule): Judgement & { diff?: string } {
  const judgement = { ok: false, explanation: 'the check has a `fix`, and no `fixed` fence after a `bad` one shows what it makes' };
  for (const [path, text] of bad?.kind === 'files' ? Object.entries(bad.files) : []) {
    const made = fixFile(rule, path, text);
    if (made !== text) return { ...judgement, diff: diffTexts({ 'the `bad` example': text, 'as the fix makes it': made }) };
  }
  return judgement;
}
