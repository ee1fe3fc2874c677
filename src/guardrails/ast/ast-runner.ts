import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { FileRunner, Hit } from '../kind/check-kind.ts';
import { type AstLanguage, astLanguageOf } from './ast-language.ts';
import { isMinified } from './is-minified.ts';
import { makeReplacement } from './make-replacement.ts';
import type { AstNode } from './open-addon.ts';
import { parseSource } from './parse-source.ts';
import { type AstRule, searchRules } from './search-rules.ts';
import { symbolOf } from './symbol-of.ts';

/** Runs ast-grep rules over a file, which is parsed once for all of them. A file with syntax errors is checked as far as it parses. */
export const astRunner: FileRunner = {
  scope: 'file',
  together: true,
  lasting: true,
  checkFile(rules, file) {
    const language = astLanguageOf(file.path);
    if (language === undefined || isMinified(file.text)) return [];
    const here = rules.flatMap((rule) => astRule(rule, language));
    if (here.length === 0) return [];
    const root = parseSource(language, file.text);
    if (root === undefined) return [];
    return searchRules(root, here, file.text.length).map(({ rule, check, nodes }) => ({
      rule,
      hits: nodes.map((node) => hitOf(node, { check, file, language })),
    }));
  },
};

function astRule(rule: CompiledRule, language: string): AstRule[] {
  const { check } = rule;
  return check.kind === 'ast' && rule.languages?.includes(language) ? [{ rule, check }] : [];
}

function hitOf(node: AstNode, about: { check: AstCheck; file: { path: string; text: string }; language: AstLanguage }): Hit {
  const range = node.range();
  const replacement = makeReplacement(node, about.check, about.file.text);
  return {
    path: about.file.path,
    span: { start: range.start.index, end: range.end.index },
    symbol: symbolOf(node, about.language),
    ...(replacement === undefined ? {} : { replacement }),
  };
}
