import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astLanguageOf, isScript } from '../ast/ast-language.ts';
import type { FileRunner, Hit } from '../kind/check-kind.ts';
import { countLines } from './count-lines.ts';
import { longFunctions } from './long-functions.ts';
import { longStatements } from './long-statements.ts';
import { structureRunner } from './structure-runner.ts';

/** For structure rules that look at nothing but the text of one file: what they find is remembered. */
export function lengthRunner({ check }: CompiledRule): FileRunner | undefined {
  return Object.keys(check).every((key) => textKeys.has(key)) ? runner : undefined;
}

const textKeys: ReadonlySet<string> = new Set(['kind', 'maxLines', 'maxFunctionLines']);

const runner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile: (rules, file) => rules.map((rule) => ({ rule, hits: lengthHits(rule, file) })),
};

interface File {
  path: string;
  text: string;
}

/** Only the statements that may hold a function that is too long are parsed for it. A hook has parsed the file, and parses nothing again. */
function lengthHits(rule: CompiledRule, { path, text }: File): Hit[] {
  const { check } = rule;
  if (check.kind !== 'structure') return [];
  const { maxFunctionLines: limit, ...rest } = check;
  const language = astLanguageOf(path);
  if (limit === undefined || language === undefined || !isScript(language)) return structureHits(rule, { path, text });
  const others = structureHits({ ...rule, check: rest }, { path, text });
  return countLines(text) <= limit ? others : [...others, ...longFunctions({ path, text }, limit, longStatements(text, language, limit))];
}

function structureHits(rule: CompiledRule, { path, text }: File): Hit[] {
  const tree = { paths: () => [path], has: (other: string) => other === path, read: () => text };
  return structureRunner.checkTree(rule, { tree, paths: [path], whole: false });
}
