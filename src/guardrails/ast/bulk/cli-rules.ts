import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astConfig } from '../ast-config.ts';
import type { ScriptLanguage } from '../ast-language.ts';
import { separatorRule } from './anchors/join-excerpts.ts';
import { bindsSymbols, symbolUtil, symbolVariables } from './symbol-rules.ts';

/** Grammars that the command line and the library have built in, and so have in the same version. */
export const bulkLanguages: readonly ScriptLanguage[] = ['TypeScript', 'Tsx', 'JavaScript'];

/** The file of the folder that is named to the command line. */
export const cliConfig = 'sgconfig.yml';

/**
 * A folder of rules as the command line reads it, each file by its path, for files in some languages: a document for each rule in each of its
 * languages, and two that tell that a file, and how far an excerpt, was looked at. The shortest of its reports holds a message of our own for each
 * match, between marks: the names around the place and what stands there, on one line, since it would indent further lines anew.
 */
export function renderCliRules(rules: readonly CompiledRule[], mark: string, languages: readonly ScriptLanguage[]): Map<string, string> {
  const documents = languages.flatMap((language) => [
    ...rules.flatMap((rule, index) => documentOf(rule, { index, language, mark })),
    { id: `seen-${language}`, language, rule: { kind: 'program' }, message: mark + mark },
    { id: `ended-${language}`, language, rule: separatorRule, message: mark + mark },
  ]);
  return new Map([
    [cliConfig, JSON.stringify({ ruleDirs: ['rules'], utilDirs: ['utils'] })],
    ['rules/all.yml', documents.map((document) => JSON.stringify(document)).join('\n---\n')],
    ...languages.map((language): [string, string] => [`utils/${language}.yml`, JSON.stringify(symbolUtil(language))]),
  ]);
}

function documentOf({ check, languages }: CompiledRule, about: { index: number; language: ScriptLanguage; mark: string }): object[] {
  const { index, language, mark } = about;
  if (check.kind !== 'ast' || languages?.includes(language) !== true) return [];
  const { constraints, rule, utils } = astConfig(check);
  const quote = { replace: { source: '$TACKROOM_SELF', replace: '\\n', by: newlineMark(mark) } };
  return [
    {
      id: `${index}-${language}`,
      language,
      rule: { all: [rule, bindsSymbols(language), { pattern: '$$TACKROOM_SELF' }] },
      ...(constraints === undefined ? {} : { constraints }),
      ...(utils === undefined ? {} : { utils }),
      transform: { TACKROOM_QUOTE: quote },
      message: `${mark}${[...symbolVariables, '$TACKROOM_QUOTE'].join(mark)}${mark}`,
    },
  ];
}

/** What stands for the end of a line in a quote. */
export function newlineMark(mark: string): string {
  return `${mark.slice(0, -1)}n>`;
}
