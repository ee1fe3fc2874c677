import type { ScriptLanguage } from '../../ast-language.ts';
import { kindLiterals } from '../../kind-literals.ts';
import { matching, type Shape, wholeWord } from './shape.ts';

/** The grammar's own scanner decides so; that of TypeScript leaves out what looks like an optional parameter as well. */
const questionMark = '(?<!(?<!\\?)\\?)\\?(?!\\?|\\.(?!\\d))';
const notOptional = '(?![ \\t\\n\\v\\f\\r]*[:),])';

/**
 * What stands in every node of a kind. `twice`: one within another is asked for. Nothing is said of what stands around
 * it: in torn source anything may stand between two tokens of one node. Nor of a token that ends one, such as `!`: it may be made up.
 */
export function kindShapes(kind: unknown, { language, twice }: { language: ScriptLanguage; twice: boolean }): Shape[] {
  const source = typeof kind === 'string' ? sourceOf(kind, language) : undefined;
  return source === undefined ? [] : [matching(twice ? `${source}[^]*?${source}` : source)];
}

function sourceOf(kind: string, language: ScriptLanguage): string | undefined {
  if (kind === 'ternary_expression') return language === 'JavaScript' ? questionMark : questionMark + notOptional;
  const [[word] = []] = kindLiterals(kind, language);
  return word !== undefined && /^[a-z]+$/.test(word) ? wholeWord(word) : undefined;
}
