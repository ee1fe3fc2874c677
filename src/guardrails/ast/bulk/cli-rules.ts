import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astConfig } from '../ast-config.ts';
import type { ScriptLanguage } from '../ast-language.ts';
import { aroundUtil, symbolDepth, symbolUtils, symbolVariable } from './symbol-rules.ts';

/** Grammars that the command line and the library have built in, and so have in the same version. */
export const bulkLanguages: readonly ScriptLanguage[] = ['TypeScript', 'Tsx', 'JavaScript'];

/**
 * The rules as the command line reads them, for files in some languages: a document for each rule in each of its languages, and one that tells that
 * a file was looked at. The shortest of its reports holds a message of our own for each match, between marks: the names
 * around the place and what stands there, on one line, since it would indent further lines anew.
 */
export function renderCliRules(rules: readonly CompiledRule[], mark: string, languages: readonly ScriptLanguage[] = bulkLanguages): string {
  const names = Array.from({ length: symbolDepth }, (_, index) => symbolVariable(index + 1));
  const message = `${mark}${[...names, '$TACKROOM_QUOTE'].join(mark)}${mark}`;
  const quote = { replace: { source: '$TACKROOM_SELF', replace: '\\n', by: newlineMark(mark) } };
  const documents = languages.flatMap((language) => {
    const own = symbolUtils(language);
    const here = rules.flatMap(({ check, languages }, index) => {
      if (check.kind !== 'ast' || languages?.includes(language) !== true) return [];
      const { constraints, rule, utils } = astConfig(check);
      return {
        id: `${index}-${language}`,
        language,
        rule: { all: [rule, { matches: aroundUtil }, { pattern: '$$TACKROOM_SELF' }] },
        ...(constraints === undefined ? {} : { constraints }),
        utils: { ...utils, ...own },
        transform: { TACKROOM_QUOTE: quote },
        message,
      };
    });
    return [...here, { id: `seen-${language}`, language, rule: { kind: 'program' }, message: mark + mark }];
  });
  return documents.map((document) => JSON.stringify(document)).join('\n---\n');
}

/** What stands for the end of a line in a quote. */
export function newlineMark(mark: string): string {
  return `${mark.slice(0, -1)}n>`;
}
