import type { AstCheck } from '#kernel/records/guardrail.ts';

/** The grammars ast-grep has for what guardrails call typescript, tsx and javascript. */
export type AstLanguage = 'TypeScript' | 'Tsx' | 'JavaScript';

/** As the ast-grep command line maps them. */
const byExtension: Readonly<Record<string, AstLanguage>> = {
  ts: 'TypeScript',
  cts: 'TypeScript',
  mts: 'TypeScript',
  tsx: 'Tsx',
  js: 'JavaScript',
  cjs: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
};

/** The grammar of a file; undefined where `ast` has none for it. */
export function astLanguageOf(path: string): AstLanguage | undefined {
  const extension = /[^/]\.([^./]+)$/.exec(path)?.[1] ?? '';
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}

const byName: Readonly<Record<AstCheck['language'], AstLanguage>> = { typescript: 'TypeScript', tsx: 'Tsx', javascript: 'JavaScript' };

export interface WantedLanguages {
  /** The rule must be valid in these. */
  named: AstLanguage[];
  /** The rule runs in these too where it is valid. */
  covered: AstLanguage[];
}

export function wantedLanguages(check: AstCheck): WantedLanguages {
  const named = [...new Set([check.language, ...(check.languages ?? [])])].map((name) => byName[name]);
  if (check.languages !== undefined) return { named: check.languages.map((name) => byName[name]), covered: [] };
  return { named, covered: check.language === 'typescript' ? ['Tsx', 'JavaScript'] : [] };
}
