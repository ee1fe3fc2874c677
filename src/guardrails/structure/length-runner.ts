import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astLanguageOf, isScript } from '../ast/ast-language.ts';
import type { FileRunner } from '../kind/check-kind.ts';
import { mayHaveLongFunction } from './may-have-long-function.ts';
import { structureRunner } from './structure-runner.ts';

/** For structure rules that look at nothing but the text of one file: what they find is remembered. */
export function lengthRunner({ check }: CompiledRule): FileRunner | undefined {
  return Object.keys(check).every((key) => textKeys.has(key)) ? runner : undefined;
}

const textKeys: ReadonlySet<string> = new Set(['kind', 'maxLines', 'maxFunctionLines']);

const runner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile(rules, { path, text }) {
    const tree = { paths: () => [path], has: (other: string) => other === path, read: () => text };
    const hits = (rule: CompiledRule) => structureRunner.checkTree(rule, { tree, paths: [path], whole: false });
    return rules.map((rule) => ({ rule, hits: hits(needed(rule, { path, text })) }));
  },
};

/** Where tokens rule out a function that is too long, the file is not parsed for it. A hook has parsed it, and does not ask. */
function needed(rule: CompiledRule, file: { path: string; text: string }): CompiledRule {
  const { check } = rule;
  if (check.kind !== 'structure' || check.maxFunctionLines === undefined) return rule;
  const language = astLanguageOf(file.path);
  if (language === undefined || !isScript(language) || mayHaveLongFunction(file, check.maxFunctionLines)) return rule;
  const { maxFunctionLines: _, ...rest } = check;
  return { ...rule, check: rest };
}
