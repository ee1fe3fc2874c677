import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { MisuseError } from '#kernel/errors.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { runScript } from './run-script.ts';

/** One part of a configuration of ESLint, with the rules that can be imported. */
export interface EslintEntry {
  /** Globs as the configuration has them, relative to its folder; none: every file that ESLint looks at. */
  files: string[];
  ignores: string[];
  /** Name to severity and options. */
  rules: Record<string, unknown[]>;
  /** Other rules that are switched on. */
  others: string[];
  /** It has nothing but `ignores`, which then hold for all. */
  ignoresForAll: boolean;
}

export interface EslintConfig {
  entries: EslintEntry[];
  /** Globs without a slash match in any folder. */
  legacy: boolean;
  left: string[];
}

const restrictedRules = [
  'no-restricted-syntax',
  'no-restricted-imports',
  '@typescript-eslint/no-restricted-imports',
  'no-restricted-properties',
  'no-restricted-modules',
  'no-restricted-globals',
];

const strings = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.unknown())).default([]);
const rulesSchema = z.record(z.string(), z.unknown()).nullish();
const entrySchema = z.looseObject({ files: strings, ignores: strings, excludedFiles: strings, rules: rulesSchema });
const legacySchema = entrySchema.extend({
  extends: z.unknown().optional(),
  ignorePatterns: strings,
  overrides: z.array(entrySchema).default([]),
});
const flatSchema = z.array(entrySchema.extend({ alone: z.boolean().default(false), others: z.array(z.string()).default([]) }));
const packageSchema = z.looseObject({ eslintConfig: z.unknown().optional() });

export const flatNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
export const legacyNames = ['', '.json', '.js', '.cjs', '.yml', '.yaml'].map((extension) => `.eslintrc${extension}`);

/** The rules of a configuration of ESLint. One in JavaScript or TypeScript is run, in a process with a time limit. */
export function readEslintConfig(root: string, file: string, signal?: AbortSignal): Promise<EslintConfig> {
  return flatNames.includes(path.posix.basename(file)) ? readFlat(root, file, signal) : readLegacy(root, file, signal);
}

async function readFlat(root: string, file: string, signal?: AbortSignal): Promise<EslintConfig> {
  const { answer, error } = await runScript(root, loadScript(root, file, flatPick), signal);
  const parsed = flatSchema.safeParse(answer);
  if (!parsed.success) throw unreadable(file, error);
  const left: string[] = [];
  const entries = parsed.data.map((entry) => {
    const odd = [...entry.files, ...entry.ignores].some((one) => typeof one !== 'string');
    if (odd) left.push('files or ignores that are no plain globs: the rules of that part stay in ESLint');
    return { ...toEntry(entry), others: entry.others, ...(odd ? { rules: {} } : {}), ignoresForAll: entry.alone };
  });
  return { entries, legacy: false, left };
}

async function readLegacy(root: string, file: string, signal?: AbortSignal): Promise<EslintConfig> {
  const runs = /\.c?js$/.test(file);
  const { answer, error } = runs ? await runScript(root, loadScript(root, file, 'return config;'), signal) : readText(root, file);
  const parsed = legacySchema.safeParse(answer);
  if (!parsed.success) throw unreadable(file, error);
  const { overrides, ignorePatterns, extends: others } = parsed.data;
  const left = others === undefined ? [] : [`extends: what another file holds is imported from there: ${JSON.stringify(others)}`];
  const ignored = { files: [], ignores: texts(ignorePatterns), rules: {}, others: [], ignoresForAll: true };
  return { entries: [toEntry(parsed.data), ...overrides.map(toEntry), ignored], legacy: true, left };
}

function readText(root: string, file: string): { answer: unknown; error: string } {
  try {
    const text = readInside(root, file) ?? '';
    // JSON with comments, which strings may look like.
    const plain = /^\s*(?:\{|\/[/*])/.test(text) ? text.replace(/("(?:\\.|[^"\\\n])*")|\/\/.*$|\/\*[\s\S]*?\*\//gm, '$1') : text;
    const answer: unknown = parse(plain);
    return { answer: path.posix.basename(file) === 'package.json' ? (packageSchema.parse(answer).eslintConfig ?? {}) : answer, error: '' };
  } catch (error) {
    return { answer: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}

function toEntry({ files, ignores, excludedFiles, rules }: z.infer<typeof entrySchema>): EslintEntry {
  const own = Object.entries(rules ?? {}).filter(([name]) => restrictedRules.includes(name));
  return {
    files: texts(files),
    ignores: texts([...ignores, ...excludedFiles]),
    rules: Object.fromEntries(own.map(([name, value]): [string, unknown[]] => [name, Array.isArray(value) ? value : [value]])),
    others: Object.entries(rules ?? {}).flatMap(([name, value]) => (restrictedRules.includes(name) || isOff(value) ? [] : [name])),
    ignoresForAll: false,
  };
}

function isOff(value: unknown): boolean {
  const severity: unknown = Array.isArray(value) ? value[0] : value;
  return severity === 'off' || severity === 0;
}

function texts(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

/** Plugins are code: only what is asked for can be written down. */
const flatPick = `return [config].flat(Infinity).filter(Boolean).map((entry) => ({
  files: [entry.files ?? []].flat(),
  ignores: entry.ignores ?? [],
  alone: entry.ignores !== undefined && Object.keys(entry).every((key) => key === 'ignores' || key === 'name'),
  others: Object.entries(entry.rules ?? {}).flatMap(([name, value]) => ${JSON.stringify(restrictedRules)}.includes(name) || ['off', 0].includes([value].flat()[0]) ? [] : [name]),
  rules: Object.fromEntries(Object.entries(entry.rules ?? {}).filter(([name]) => ${JSON.stringify(restrictedRules)}.includes(name))),
}));`;

/** Node reads TypeScript by itself only in newer versions; ESLint then wants jiti in the project. */
function loadScript(root: string, file: string, pick: string): string {
  const url = JSON.stringify(pathToFileURL(path.join(root, file)).href);
  return `const load = async () => {
  try {
    return await import(${url});
  } catch (error) {
    if (!/[.][mc]?ts$/.test(${url})) throw error;
    const { createRequire } = await import('node:module');
    const { createJiti } = createRequire(${url})('jiti');
    return await createJiti(${url}).import(${url});
  }
};
const loaded = await load();
const config = await (loaded.default ?? loaded);
${pick}`;
}

function unreadable(file: string, error: string): MisuseError {
  return new MisuseError(`${file} could not be read as a configuration of ESLint${error === '' ? '' : `: ${error}`}.`, {
    code: 'invalid-config',
    facts: { file },
    fix: 'Run ESLint with it, and mend what that says. What it imports has to be installed.',
  });
}
