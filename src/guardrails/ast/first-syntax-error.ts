import { createRequire } from 'node:module';
import { astLanguageOf, isScript } from './ast-language.ts';
import { isMinified } from './is-minified.ts';
import { mayNestTooDeep } from './nests-too-deep.ts';
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
  const lost = parseSource(language, text)?.find({ rule: { kind: 'ERROR' } }) ?? undefined;
  if (lost === undefined) return undefined;
  if (!isScript(language)) return { line: lost.range().start.line + 1 };
  const error = mayNestTooDeep(text) ? undefined : explain(path, text);
  const at = error?.labels[0]?.start ?? lost.range().start.index;
  return { line: text.slice(0, at).split('\n').length, ...(error === undefined ? {} : { reason: error.message }) };
}

function explain(path: string, text: string): { message: string; labels: { start: number }[] } | undefined {
  const parser: Pick<typeof import('oxc-parser'), 'parseSync'> = load('oxc-parser');
  return parser.parseSync(path, text).errors[0];
}
