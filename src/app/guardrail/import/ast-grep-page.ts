import { stringify } from 'yaml';
import { globSchema } from '#kernel/records/glob.ts';
import { astCheckSchema } from '#kernel/records/guardrail.ts';
import type { AstGrepProject } from './ast-grep-files.ts';
import { renderExamples } from './render-examples.ts';
import { slugOf } from './slug-of.ts';

/** A page made of another tool's rule. */
export interface MadePage {
  id: string;
  /** File that the rule stands in. */
  source: string;
  text: string;
  /** What did not come along; the rule is then in the body of the page, word for word. */
  lost: string[];
  /** Why it can be no page in force, where that is known before it is tried. */
  unfit?: string;
}

const priorities: Readonly<Record<string, string>> = { error: 'P1', warning: 'P2', info: 'P3', hint: 'P3', off: 'P3' };

const aliases: Readonly<Record<string, string>> = {
  ts: 'typescript',
  js: 'javascript',
  jsx: 'javascript',
  py: 'python',
  rs: 'rust',
  golang: 'go',
  rb: 'ruby',
  cs: 'csharp',
  kt: 'kotlin',
  sh: 'bash',
  yml: 'yaml',
};

/** Keys of a rule that a page has a place for. */
const known = [
  'id',
  'language',
  'rule',
  'constraints',
  'utils',
  'transform',
  'fix',
  'severity',
  'message',
  'note',
  'url',
  'files',
  'ignores',
];

/** What ast-grep calls a rule, as a guardrail page. */
export function astGrepPage(project: AstGrepProject, { source, value: rule, written }: AstGrepProject['rules'][number]): MadePage {
  const id = slugOf(rule.id);
  const language = languageOf(rule.language);
  const { utils, lost: lostUtils } = usedUtils(project, rule);
  const { globs, lost: lostGlobs } = globsOf(project.base, rule);
  const fix = typeof rule.fix === 'string' ? rule.fix : undefined;
  const lost = [
    ...Object.keys(rule).filter((key) => !known.includes(key)),
    ...(rule.fix !== undefined && fix === undefined ? ['fix (with expandStart or expandEnd)'] : []),
    ...lostUtils,
    ...lostGlobs,
  ];
  const { constraints, transform } = rule;
  const check = { kind: 'ast', language, languages: [language], rule: rule.rule, constraints, utils, transform, fix };
  const message = textOf(rule.message) || `This breaks the rule ${rule.id}.`;
  const priority = priorities[textOf(rule.severity) || 'hint'] ?? 'P2';
  const front = { id, title: titleOf(message), priority, ...(globs.length > 0 && { files: globs }), check };
  const examples = renderExamples({
    language: rule.language.toLowerCase(),
    bad: project.invalid.get(rule.id) ?? [],
    good: project.valid.get(rule.id) ?? [],
    fixed: fix === undefined ? undefined : project.fixed.get(rule.id),
  });
  const [first, ...rest] = message.split(/\n\s*\n/);
  const body = [
    oneParagraph(first ?? ''),
    ...rest,
    ...(textOf(rule.note) === '' && textOf(rule.url) === ''
      ? []
      : [['## Fix', textOf(rule.note), moreOf(rule.url)].filter(Boolean).join('\n')]),
    ...(lost.length === 0
      ? []
      : [`## Imported from ${source}\nThis did not come along: ${lost.join(', ')}.\n\n~~~~yaml\n${written}\n~~~~`]),
    ...(examples === '' ? [] : [`## Examples\n${examples}`]),
  ];
  const text = `---\n${stringify(front, { lineWidth: 0 })}---\n${body.join('\n\n')}\n`;
  return { id, source, text, lost, ...unfitOf(language, rule.severity) };
}

function unfitOf(language: string, severity: unknown): { unfit?: string } {
  if (severity === 'off') return { unfit: 'it is switched off (`severity: off`)' };
  const languages: readonly string[] = astCheckSchema.shape.language.options;
  return languages.includes(language) ? {} : { unfit: `guardrails of kind ast do not know the language ${language}` };
}

function languageOf(name: string): string {
  const low = name.toLowerCase();
  return aliases[low] ?? low;
}

function titleOf(message: string): string {
  const line = message.split('\n', 1)[0]?.trim().replace(/\.$/, '') ?? '';
  return line.length <= 80 ? line : `${line.slice(0, 77).replace(/\s+\S*$/, '')} ...`;
}

/** A paragraph that looks like a heading, a list or a fence would not be read as one. */
function oneParagraph(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/^(\s*)([#>*+=~`-]|\d+[.)])/, '$1\\$2');
}

function moreOf(url: unknown): string {
  return textOf(url) === '' ? '' : `More: <${textOf(url)}>`;
}

/** Utilities of the project that the rule, or a utility it uses, asks for by name. */
function usedUtils(project: AstGrepProject, rule: Record<string, unknown>): { utils: Record<string, unknown> | undefined; lost: string[] } {
  const own = typeof rule.utils === 'object' && rule.utils !== null ? rule.utils : {};
  const utils: Record<string, unknown> = { ...own };
  const lost: string[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    const text = JSON.stringify([rule.rule, rule.constraints, utils]);
    for (const { value } of project.utils) {
      if (Object.hasOwn(utils, value.id) || !text.includes(`"matches":${JSON.stringify(value.id)}`)) continue;
      utils[value.id] = value.rule;
      if (value.constraints !== undefined) lost.push(`constraints of the utility ${value.id}`);
      grown = true;
    }
  }
  return { utils: Object.keys(utils).length === 0 ? undefined : utils, lost };
}

/** Globs of ast-grep are relative to `sgconfig.yml`. */
function globsOf(base: string, rule: Record<string, unknown>): { globs: string[]; lost: string[] } {
  const within = (glob: string) => `${base === '' ? '' : `${base}/`}${glob.replace(/^\.\//, '')}`;
  const wanted = stringsOf(rule.files).map(within);
  const ignored = stringsOf(rule.ignores).map((glob) => `!${within(glob)}`);
  const everything = wanted.length === 0 && (ignored.length > 0 || base !== '') ? [within('**')] : [];
  const all = [...everything, ...wanted, ...ignored];
  const globs = all.filter((glob) => globSchema.safeParse(glob).success);
  const odd = Array.isArray(rule.files) && stringsOf(rule.files).length < rule.files.length ? ['files that are no plain globs'] : [];
  return { globs, lost: [...odd, ...all.filter((glob) => !globs.includes(glob)).map((glob) => `the glob ${glob}`)] };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
