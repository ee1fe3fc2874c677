import path from 'node:path';
import { stringify } from 'yaml';
import type { MadePage } from './ast-grep-page.ts';
import type { CruiserRule } from './cruiser-rules.ts';
import { regexGlobs } from './regex-globs.ts';
import { slugOf } from './slug-of.ts';

type Made = { page: MadePage } | { page?: undefined; why: string };

const priorities: Readonly<Record<string, string>> = { error: 'P1', warn: 'P2', info: 'P3' };

/** A forbidden dependency as a page of kind `imports`, with examples made from its globs; or why it cannot be one. */
export function cruiserPage(rule: CruiserRule, source: string): Made {
  const made = checkOf(rule);
  if (typeof made === 'string') return { why: made };
  const id = slugOf(rule.name);
  const priority = priorities[rule.severity] ?? 'P3';
  const front = { id, title: rule.name, priority, check: { kind: 'imports', ...made.check } };
  const message = rule.comment?.replace(/\s*\n\s*/g, ' ').trim() || `This import breaks the rule ${rule.name}.`;
  const written = `~~~~json\n${JSON.stringify(rule, null, 2)}\n~~~~`;
  const body = [message, `## Imported from ${source}\n${written}`, `## Examples\n${made.examples}`].join('\n\n');
  const unfit = rule.severity === 'ignore' ? { unfit: 'it is switched off (`severity: ignore`)' } : {};
  return { page: { id, source, text: `---\n${stringify(front, { lineWidth: 0 })}---\n${body}\n`, lost: [], ...unfit } };
}

function checkOf({ from, to }: CruiserRule): { check: object; examples: string } | string {
  if (to.circular === true) {
    if (Object.keys(from).length > 0 || Object.keys(to).length > 1) return 'only circles anywhere are `cycles: false`';
    return { check: { cycles: false }, examples: cycleExamples };
  }
  const strange = [...Object.keys(from), ...Object.keys(to)].find((key) => key !== 'path' && key !== 'pathNot');
  if (strange !== undefined) return `kind imports has nothing like ${strange}`;
  const globs = { from: globsOf(from.path), notFrom: globsOf(from.pathNot), to: globsOf(to.path), except: globsOf(to.pathNot) };
  if (globs.from === undefined || globs.notFrom === undefined || globs.to === undefined || globs.except === undefined)
    return 'a regular expression in it is no glob';
  if (globs.to.length === 0) return 'it does not say to where';
  const sources = [...(globs.from.length === 0 ? ['**'] : globs.from), ...globs.notFrom.map((glob) => `!${glob}`)];
  // `except` of a page would let the importing file through as well.
  const forbidden = [{ from: sources, to: [...globs.to, ...globs.except.map((glob) => `!${glob}`)] }];
  return { check: { forbidden }, examples: edgeExamples(sampleOf(sources[0] ?? ''), sampleOf(globs.to[0] ?? '')) };
}

/** None for a key that is not there; undefined where one cannot be told as globs. */
function globsOf(value: unknown): string[] | undefined {
  const sources: unknown[] = value === undefined ? [] : [value].flat();
  const globs = sources.flatMap((one) => (typeof one === 'string' ? [regexGlobs(one)] : [undefined]));
  return globs.every((one) => one !== undefined) ? globs.flat() : undefined;
}

const cycleExamples = [
  '```ts bad',
  '--- src/a.ts',
  "import './b.ts';",
  '--- src/b.ts',
  "import './a.ts';",
  '```',
  '```ts good',
  '--- src/a.ts',
  "import './b.ts';",
  '--- src/b.ts',
  'export {};',
  '```',
].join('\n');

function edgeExamples(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  const specifier = relative.startsWith('.') ? relative : `./${relative}`;
  const files = (first: string) => [`--- ${from}`, first, `--- ${to}`, 'export {};', '```'];
  return ['```ts bad', ...files(`import '${specifier}';`), '```ts good', ...files('export {};')].join('\n');
}

/** A file that a glob matches. */
function sampleOf(glob: string): string {
  const plain = glob.replace(/\{([^,}]*)[^}]*\}/g, '$1').replace(/\*+/g, 'example');
  return /\.\w+$/.test(plain) ? plain : `${plain}.ts`;
}
