import { astLanguageOf } from './ast-language.ts';
import { mayNestTooDeep } from './nests-too-deep.ts';
import { parseSource } from './parse-source.ts';

/** Whether a script may nest so deep that oxc-parser, which goes down by recursion, would end the process. Torn syntax has no depth to tell by. */
export function mayOverflowParser(path: string, text: string): boolean {
  if (!mayNestTooDeep(text)) return false;
  const language = astLanguageOf(path);
  const root = language === undefined ? undefined : parseSource(language, text);
  return root === undefined || root.find({ rule: { kind: 'ERROR' } }) !== null;
}
