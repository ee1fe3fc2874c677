import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { astLanguageNamed, astLanguageOf, wantedLanguages } from '../ast/ast-language.ts';
import { firstSyntaxError } from '../ast/first-syntax-error.ts';
import { fenceExtension } from './made-up-path.ts';

/** Why an example without a path can prove nothing: it is marked as a language that the check does not read. */
export function foreignFence({ files, language, path }: Example, check: AstCheck): string | undefined {
  const low = language.toLowerCase();
  const own = astLanguageNamed(low) ?? astLanguageOf(`example.${fenceExtension(low)}`);
  const { covered, named } = wantedLanguages(check);
  const read = [...named, ...covered];
  if (own === undefined || read.includes(own) || path !== undefined || files.some((file) => file.path !== undefined)) return undefined;
  return `the fence is marked ${language}, and the check reads ${read.map((one) => one.toLowerCase()).join(', ')}`;
}

/** What is wrong with the code of an example itself, as the end of a sentence; empty where nothing is. */
export function syntaxHint(files: Readonly<Record<string, string>>): string {
  const paths = Object.keys(files);
  for (const path of paths) {
    const error = firstSyntaxError(path, files[path] ?? '');
    if (error === undefined) continue;
    const where = paths.length === 1 ? '' : ` of ${path}`;
    return `; the example has a syntax error at line ${error.line}${where}${error.reason === undefined ? '' : ` (${error.reason})`}`;
  }
  return '';
}
