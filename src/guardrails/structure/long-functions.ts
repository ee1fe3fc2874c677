import { astLanguageOf } from '../ast/ast-language.ts';
import { isMinified } from '../ast/is-minified.ts';
import type { AstNode } from '../ast/open-addon.ts';
import { parseSource } from '../ast/parse-source.ts';
import { symbolOf } from '../ast/symbol-of.ts';
import type { Hit } from '../kind/check-kind.ts';

const functionKinds = [
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
];
const anyFunction = { rule: { any: functionKinds.map((kind) => ({ kind })) } };

/** Functions, methods and arrow functions over the limit. A nested one counts for itself and for those around it. */
export function longFunctions(file: { path: string; text: string }, maxLines: number): Hit[] {
  const language = astLanguageOf(file.path);
  if (language === undefined || isMinified(file.text)) return [];
  return parseSource(language, file.text)
    .findAll(anyFunction)
    .flatMap((node) => hitOf(node, file, maxLines));
}

function hitOf(node: AstNode, file: { path: string; text: string }, maxLines: number): Hit[] {
  const { start, end } = node.range();
  const lines = end.line - start.line + 1;
  if (lines <= maxLines) return [];
  return [
    {
      path: file.path,
      span: { start: start.index, end: endOfLine(file.text, start.index) },
      detail: `${lines} lines, at most ${maxLines}`,
      symbol: symbolOf(node.field('body') ?? node),
    },
  ];
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}
