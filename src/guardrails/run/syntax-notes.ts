import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astLanguageOf } from '../ast/ast-language.ts';
import { firstSyntaxError } from '../ast/first-syntax-error.ts';
import { whyPassedOver } from '../ast/why-passed-over.ts';
import type { Note } from './run-result.ts';

/**
 * What ast rules did not see of a file. `asked`: the rules that could find something there; a file without the literals of
 * any ast rule was not parsed, and cannot break one. `lost`: whether it has syntax errors, where that is known.
 */
export function syntaxNotes(
  file: { path: string; text: string },
  { asked, lost }: { asked: readonly CompiledRule[]; lost: boolean | undefined },
): Note[] {
  const { path, text } = file;
  const parsed = asked.some(({ languages }) => languages?.includes(astLanguageOf(path) ?? ''));
  const why = parsed ? whyPassedOver(path, text) : undefined;
  if (why !== undefined) return [{ about: 'syntax', path, line: 1, message: `ast guardrails pass over this file: ${why}` }];
  const error = (lost ?? parsed) ? firstSyntaxError(path, text) : undefined;
  if (error === undefined) return [];
  const what = error.reason === undefined ? 'unknown syntax' : `syntax error (${error.reason})`;
  return [{ about: 'syntax', path, line: error.line, message: `${what}: ast guardrails see only the parts of this file that parse` }];
}
