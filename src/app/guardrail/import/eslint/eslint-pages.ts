import { type AstCheck, astCheckSchema } from '#kernel/records/guardrail.ts';
import type { MadePage } from '../ast-grep-page.ts';
import { compactYaml } from '../compact-yaml.ts';
import { renderExamples } from '../render-examples.ts';
import type { Grammar } from '../selector/for-grammar.ts';
import { slugOf } from '../slug-of.ts';
import { askEslint } from './ask-eslint.ts';
import { entryGlobs } from './entry-globs.ts';
import { findExamples } from './find-examples.ts';
import { type EslintConfig, readEslintConfig } from './read-eslint-config.ts';
import { type Restriction, restrictionsOf, translationOf } from './restrictions.ts';

const priorities: Readonly<Record<string, string>> = { error: 'P1', '2': 'P1', warn: 'P2', '1': 'P2' };
const extensions: Readonly<Record<Grammar, string>> = { typescript: 'ts', tsx: 'tsx', javascript: 'js' };

interface Found {
  pages: MadePage[];
  left: { source: string; why: string }[];
}

interface Draft {
  page: MadePage;
  restriction: Restriction;
  rule: string;
  grammars: readonly Grammar[];
  examples: { bad: string; good: string } | undefined;
}

const stays = 'It stays in ESLint; a page of kind `tool` can speak for it (tackroom guardrail new <id> --kind tool)';

/** The rules of a configuration of ESLint that forbid syntax and imports, a page each, with examples that ESLint was asked about. */
export async function eslintPages({ root, file }: { root: string; file: string }, signal?: AbortSignal): Promise<Found> {
  const config = await readEslintConfig(root, file, signal);
  const wholes = config.entries.flatMap((entry, index) => Object.entries(entry.rules).map(([rule, value]) => ({ index, rule, value })));
  const made = wholes.map((one) => ruleDrafts(config, { ...one, file }));
  const drafts = made.flatMap((one) => one.drafts);
  await proveWithEslint(root, drafts, signal);
  const left = [...config.left, ...made.flatMap((one) => one.left), ...othersLine(config)];
  return { pages: withOwnIds(drafts), left: left.map((why) => ({ source: file, why })) };
}

const mostOthers = 8;

/** Rules that no page is made of, in one line however many they are. */
function othersLine({ entries }: EslintConfig): string[] {
  const names = [...new Set(entries.flatMap(({ others }) => others))];
  if (names.length === 0) return [];
  const more = names.length > mostOthers ? ` and ${names.length - mostOthers} more` : '';
  return [
    `${names.slice(0, mostOthers).join(', ')}${more}: built into ESLint or its plugins, and not imported; let ESLint run them through a page of kind \`tool\` (tackroom guardrail new <id> --kind tool)`,
  ];
}

/** What becomes of one rule in one part of a configuration. */
function ruleDrafts(
  config: EslintConfig,
  { index, rule, value, file }: { index: number; rule: string; value: readonly unknown[]; file: string },
): { drafts: Draft[]; left: string[] } {
  const [severity, ...options] = value;
  const priority = priorities[String(severity)];
  if (priority === undefined) return { drafts: [], left: [] };
  const leave = (why: string, what: unknown) => `${rule}: ${why}. ${stays}: ${JSON.stringify(what)}`;
  if (options.length === 0) return { drafts: [], left: [leave('it has a severity alone, and takes its options from elsewhere', severity)] };
  const { globs, why, lost } = entryGlobs(config, { index, rule, file });
  if (why !== undefined) return { drafts: [], left: [leave(why, options)] };
  const { restrictions, left } = restrictionsOf(rule.replace(/^.*\//, ''), options);
  const made = restrictions.map((restriction) => ({ restriction, drafts: draftsOf(restriction, { rule, priority, globs, lost, file }) }));
  return {
    drafts: made.flatMap(({ drafts }) => (typeof drafts === 'string' ? [] : drafts)),
    left: [
      ...left.map((one) => leave(one.why, one.what)),
      ...made.flatMap(({ drafts, restriction }) => (typeof drafts === 'string' ? [leave(drafts, restriction.option)] : [])),
    ],
  };
}

interface About {
  rule: string;
  priority: string;
  globs: string[];
  lost: string[];
  file: string;
}

function draftsOf(restriction: Restriction, about: About): Draft[] | string {
  const translation = translationOf(restriction);
  if (!translation.ok) return translation.why;
  const reached = translation.rules.flatMap((one) => {
    const grammars = one.grammars.filter((grammar) => reaches(about.globs, grammar));
    return grammars.length === 0 ? [] : [{ ...one, grammars }];
  });
  if (reached.length === 0) return 'its files are in no language in which such code can be';
  return reached.map(({ grammars, rule, utils }) => {
    const [grammar = 'typescript'] = grammars;
    const check = astCheckSchema.parse({
      kind: 'ast',
      language: grammar,
      languages: grammars,
      rule,
      ...(utils === undefined ? {} : { utils }),
    });
    const examples = findExamples(restriction.selector, check, grammar);
    const id = `${slugOf(restriction.name).slice(0, 60).replace(/-$/, '')}${reached.length > 1 ? `-${extensions[grammar]}` : ''}`;
    return {
      restriction,
      rule: about.rule,
      grammars,
      examples,
      page: pageOf(id, { restriction, check, language: extensions[grammar], examples, about }),
    };
  });
}

/** Whether globs can match a file of the language. */
function reaches(globs: readonly string[], grammar: Grammar): boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const own = { typescript: /^[mc]?ts$/, tsx: /^tsx$/, javascript: /^(?:[mc]?js|jsx)$/ }[grammar];
  return (
    wanted.length === 0 ||
    wanted.some((glob) => {
      const [, several, one] = /\.(?:\{([\w,]+)\}|(\w+))$/.exec(glob) ?? [];
      const ends = several?.split(',') ?? (one === undefined ? undefined : [one]);
      return ends === undefined || ends.some((end) => own.test(end));
    })
  );
}

function pageOf(
  id: string,
  {
    restriction,
    check,
    language,
    examples,
    about,
  }: Pick<Draft, 'restriction' | 'examples'> & { check: AstCheck; language: string; about: About },
): MadePage {
  const message = restriction.message
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^([#>*+=~-]|\d+[.)])/, '\\$1');
  const title = message.length <= 80 ? message.replace(/\.$/, '') : `${message.slice(0, 77).replace(/\s+\S*$/, '')} ...`;
  const front = { id, title, priority: about.priority, files: about.globs, check };
  const fences =
    examples === undefined
      ? ''
      : renderExamples({
          language,
          bad: [examples.bad],
          good: [examples.good],
          fixed: undefined,
        });
  const written = JSON.stringify({ [about.rule]: restriction.option }, null, 2);
  const body = [
    message,
    `## Imported from ${about.file}\n~~~~json\n${written}\n~~~~`,
    ...(fences === '' ? [] : [`## Examples\n${fences}`]),
  ];
  return { id, source: about.file, text: `---\n${compactYaml(front)}---\n${body.join('\n\n')}\n`, lost: about.lost };
}

/** A page of which ESLint says something else is not put in force. */
async function proveWithEslint(root: string, drafts: Draft[], signal?: AbortSignal): Promise<void> {
  const asked = drafts.filter(({ examples }) => examples !== undefined);
  const questions = asked.flatMap(({ examples, grammars, restriction, rule }) =>
    [examples?.bad ?? '', examples?.good ?? ''].map((code) => ({
      rule,
      option: restriction.option,
      code,
      extensions: grammars.map((grammar) => extensions[grammar]),
    })),
  );
  const answers = await askEslint(root, questions, signal);
  for (const [index, draft] of asked.entries()) {
    const why = answers === undefined ? undefined : disagreement(answers[index * 2], answers[index * 2 + 1]);
    if (why !== undefined) draft.page = { ...draft.page, unfit: why };
  }
}

function disagreement(bad: number | string | undefined, good: number | string | undefined): string | undefined {
  if (bad === 0) return 'ESLint itself finds nothing in the `bad` example, so the translation is not proven';
  if (typeof good === 'number' && good > 0) return 'ESLint itself finds the `good` example, so the translation is not proven';
  return undefined;
}

/** Two parts of a configuration may forbid the same in different files. */
function withOwnIds(drafts: readonly Draft[]): MadePage[] {
  const taken = new Map<string, number>();
  return drafts.map(({ page }) => {
    const count = (taken.get(page.id) ?? 0) + 1;
    taken.set(page.id, count);
    if (count === 1) return page;
    const id = `${page.id}-${count}`;
    return { ...page, id, text: page.text.replace(`id: ${page.id}`, `id: ${id}`) };
  });
}
