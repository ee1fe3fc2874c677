import { astLanguageOf } from './ast-language.ts';
import { isMinified } from './is-minified.ts';
import { parseSource } from './parse-source.ts';
import { takesTooLong } from './takes-too-long.ts';

/** Why ast rules find nothing in a file whatever it says; undefined where they look at it. */
export function whyPassedOver(path: string, text: string): string | undefined {
  const language = astLanguageOf(path);
  if (language === undefined) return undefined;
  if (isMinified(text))
    return 'a line of it has over 20,000 characters of code, or all of it is over 2 MiB, as in code that programs write';
  if (takesTooLong(language, text)) return 'it takes too long to parse';
  return parseSource(language, text) === undefined ? 'its code nests more than 1,000 deep' : undefined;
}
