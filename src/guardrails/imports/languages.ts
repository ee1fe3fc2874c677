import { go } from './go/language.ts';
import type { ImportLanguage } from './language.ts';
import { python } from './python/language.ts';
import { rust } from './rust/language.ts';
import { typescript } from './typescript/language.ts';

/** A new language is a folder beside `typescript` and a line here. */
const languages: readonly ImportLanguage[] = [typescript, go, python, rust];

export function languageOf(path: string): ImportLanguage | undefined {
  return languages.find((language) => language.speaks(path));
}
