import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { astConfig } from '../ast-config.ts';

/** Grammars that the command line and the library have built in, and so have in the same version. */
export const bulkLanguages: readonly string[] = ['TypeScript', 'Tsx', 'JavaScript'];

/** What stands for `syntax this file does not have`. */
const lost = 'lost';

/** The rules as the command line reads them: a document for each rule in each of its languages, and one that finds syntax errors. */
export function renderCliRules(rules: readonly CompiledRule[]): string {
  const own = rules.flatMap((rule, index) => {
    const { check } = rule;
    if (check.kind !== 'ast') return [];
    const { transform: _, ...config } = astConfig(check);
    return bulkLanguages
      .filter((language) => rule.languages?.includes(language))
      .map((language) => ({ id: `${index}-${language}`, language, ...config }));
  });
  const errors = bulkLanguages.map((language) => ({ id: `${lost}-${language}`, language, rule: { kind: 'ERROR' } }));
  return [...own, ...errors].map((document) => JSON.stringify(document)).join('\n---\n');
}

/** Whom a match of such a document speaks of: a rule by its index, or the file's syntax. */
export function readCliId(id: string): number | 'lost' | undefined {
  const name = id.slice(0, id.lastIndexOf('-'));
  if (name === lost) return lost;
  return /^\d+$/.test(name) ? Number(name) : undefined;
}
