import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { FileRunner } from '../kind/check-kind.ts';
import { checkLengths } from './check-lengths.ts';

/** For structure rules that look at nothing but the text of one file: what they find is remembered. */
export function lengthRunner({ check }: CompiledRule): FileRunner | undefined {
  return Object.keys(check).every((key) => textKeys.has(key)) ? runner : undefined;
}

const textKeys: ReadonlySet<string> = new Set(['kind', 'maxLines', 'maxFunctionLines']);

const runner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile: (rules, file) => rules.map((rule) => ({ rule, hits: rule.check.kind === 'structure' ? checkLengths(file, rule.check) : [] })),
};
