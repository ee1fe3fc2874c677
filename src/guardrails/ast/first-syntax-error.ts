import { createRequire } from 'node:module';
import { astLanguageOf, isScript } from './ast-language.ts';
import { isMinified } from './is-minified.ts';
import { mayNestTooDeep } from './nests-too-deep.ts';
import type { AstNode } from './open-addon.ts';
import { parseSource } from './parse-source.ts';

export interface UnreadSyntax {
  /** From 1. */
  line: number;
  /** What a parser says, where it agrees that something is wrong. */
  reason?: string;
}

const load = createRequire(import.meta.url);

/**
 * Where a file that ast rules looked at holds what their grammar does not understand; undefined where it is read whole.
 * The grammar only knows that it is lost, so a parser that explains itself is asked for the place, for such files alone.
 */
export function firstSyntaxError(path: string, text: string): UnreadSyntax | undefined {
  const language = astLanguageOf(path);
  if (language === undefined || isMinified(text)) return undefined;
  const root = parseSource(language, text);
  const lost = root?.find({ rule: { kind: 'ERROR' } }) ?? undefined;
  if (root === undefined || (lost === undefined && !(isScript(language) && endsEarly(root)))) return undefined;
  if (!isScript(language)) return { line: (lost ?? root).range().start.line + 1 };
  const error = mayNestTooDeep(text) ? undefined : explain(path, text);
  // Some grammars leave out at the end of a file what a language lets one leave out.
  if (lost === undefined && error === undefined) return undefined;
  const at = error?.labels[0]?.start ?? lost?.range().start.index ?? text.length;
  return { line: text.slice(0, at).split('\n').length, ...(error === undefined ? {} : { reason: error.message }) };
}

/** A file that was cut off has no error in it: the grammar makes up the brackets that it misses, as nodes without a text. */
function endsEarly(root: AstNode): boolean {
  let node = root;
  for (let last = node.children().at(-1); last !== undefined; last = node.children().at(-1)) node = last;
  return node.text() === '' && node.parent() !== null;
}

function explain(path: string, text: string): { message: string; labels: { start: number }[] } | undefined {
  const parser: Pick<typeof import('oxc-parser'), 'parseSync'> = load('oxc-parser');
  return parser.parseSync(path, text).errors[0];
}
