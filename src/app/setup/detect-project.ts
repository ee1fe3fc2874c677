import path from 'node:path';
import * as z from 'zod';
import { compareText } from '#kernel/compare-text.ts';
import { readStart } from '#platform/files/read-first-line.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { hasProgram } from '#platform/process/has-program.ts';
import { stackLanguages } from './language-stacks.ts';

/** What a repository is made of, as far as its files tell. */
export interface Project {
  /** Most files first. */
  languages: string[];
  /** Those of Python, Go, Rust and Java that it is written in, rather than has a script of. */
  stack: string[];
  packageManager?: PackageManager;
  hasPackageJson: boolean;
  /** Whether package.json lists Tackroom, so that an install in a clone brings it. */
  listsTackroom: boolean;
  /** Where it lists a path for Tackroom that leads out of the repository: no other clone has it. */
  tackroomPath?: string;
  /** Whether the package manager wants to be told that the root of the workspaces is meant: pnpm, and Yarn 1. */
  needsRootFlag: boolean;
  /** How a person calls the test runner. */
  testRunner?: string;
  /** Agents that this repository or this machine shows signs of. */
  agents: { name: string; signs: string[] }[];
}

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const languageOf: Readonly<Record<string, string>> = {
  '.ts': 'TypeScript',
  '.tsx': 'TypeScript',
  '.mts': 'TypeScript',
  '.cts': 'TypeScript',
  '.js': 'JavaScript',
  '.jsx': 'JavaScript',
  '.mjs': 'JavaScript',
  '.cjs': 'JavaScript',
  '.py': 'Python',
  '.go': 'Go',
  '.rs': 'Rust',
  '.java': 'Java',
  '.kt': 'Kotlin',
  '.rb': 'Ruby',
  '.php': 'PHP',
  '.cs': 'C#',
  '.c': 'C',
  '.cc': 'C++',
  '.cpp': 'C++',
  '.swift': 'Swift',
  '.scala': 'Scala',
  '.ex': 'Elixir',
  '.exs': 'Elixir',
};

const lockfiles: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

const nodeTestRunners = ['vitest', 'jest', 'mocha', 'ava', 'jasmine', 'tap', 'uvu', '@playwright/test'];

const otherTestRunners: readonly (readonly [RegExp, string])[] = [
  [/^go\.mod$/, 'go test'],
  [/^Cargo\.toml$/, 'cargo test'],
  [/^(pytest\.ini|conftest\.py|tests?\/(conftest|test_\w+)\.py)$/, 'pytest'],
  [/^(\.rspec|spec\/spec_helper\.rb)$/, 'rspec'],
  [/^pom\.xml$/, 'mvn test'],
  [/^gradlew$/, './gradlew test'],
  [/^mix\.exs$/, 'mix test'],
];

const packageJsonSchema = z.looseObject({
  packageManager: z.string().optional().catch(undefined),
  workspaces: z.unknown().optional(),
  scripts: z.record(z.string(), z.string()).catch({}),
  dependencies: z.record(z.string(), z.string()).catch({}),
  devDependencies: z.record(z.string(), z.string()).catch({}),
});

type PackageJson = z.infer<typeof packageJsonSchema>;

/** Looks at the names of the repository's files, its package.json, and the names of programs on the PATH. */
export function detectProject(root: string, files: readonly string[], env: Readonly<Record<string, string | undefined>>): Project {
  const packageJson = readPackageJson(root);
  const names = new Set(files);
  const packageManager = packageJson && detectPackageManager(packageJson, names);
  const testRunner = detectTestRunner(packageJson, files);
  const listed = { ...packageJson?.dependencies, ...packageJson?.devDependencies }.tackroom;
  const tackroomPath = /^(?:file:|link:|portal:)?((?:\.\.|\/|~\/|[A-Za-z]:\\).*)$/.exec(listed ?? '')?.[1];
  return {
    languages: detectLanguages(files, packageJson),
    stack: stackLanguages(files),
    hasPackageJson: packageJson !== undefined,
    listsTackroom: listed !== undefined,
    ...(tackroomPath === undefined ? {} : { tackroomPath }),
    needsRootFlag: packageManager !== undefined && needsRootFlag(root, packageManager, { packageJson, names }),
    ...(packageManager === undefined ? {} : { packageManager }),
    ...(testRunner === undefined ? {} : { testRunner }),
    agents: detectAgents(files, env),
  };
}

function detectLanguages(files: readonly string[], packageJson: PackageJson | undefined): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const language = languageOf[path.extname(file)];
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const usesTypescript = files.includes('tsconfig.json') || packageJson?.devDependencies.typescript !== undefined;
  if (usesTypescript && !counts.has('TypeScript')) counts.set('TypeScript', 0);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([language]) => language);
}

function detectPackageManager(packageJson: PackageJson, names: ReadonlySet<string>): PackageManager {
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(packageJson.packageManager ?? '')?.[1];
  const byLockfile = lockfiles.find(([file]) => names.has(file))?.[1];
  return (['npm', 'pnpm', 'yarn', 'bun'] as const).find((name) => name === declared) ?? byLockfile ?? 'npm';
}

function needsRootFlag(
  root: string,
  manager: PackageManager,
  about: { packageJson: PackageJson | undefined; names: ReadonlySet<string> },
): boolean {
  if (manager === 'pnpm') return about.names.has('pnpm-workspace.yaml');
  if (manager !== 'yarn' || about.packageJson?.workspaces === undefined) return false;
  const declared = /^yarn@(\d+)/.exec(about.packageJson.packageManager ?? '')?.[1];
  const start = readStart(path.join(root, 'yarn.lock'), 500) ?? '';
  return declared === undefined ? start.includes('# yarn lockfile v1') : declared === '1';
}

function detectTestRunner(packageJson: PackageJson | undefined, files: readonly string[]): string | undefined {
  const dependencies = { ...packageJson?.dependencies, ...packageJson?.devDependencies };
  const named = nodeTestRunners.find((runner) => dependencies[runner] !== undefined);
  if (named !== undefined) return named;
  if (/\bnode\b.*--test\b/.test(packageJson?.scripts.test ?? '')) return 'node --test';
  return otherTestRunners.find(([pattern]) => files.some((file) => pattern.test(file)))?.[1];
}

function detectAgents(files: readonly string[], env: Readonly<Record<string, string | undefined>>): Project['agents'] {
  const signs = (program: string, patterns: readonly RegExp[]) => [
    ...patterns.flatMap((pattern) => files.find((file) => pattern.test(file))?.split('/')[0] ?? []),
    ...(hasProgram(program, env) ? [`\`${program}\` on the PATH`] : []),
  ];
  const found = [
    { name: 'Claude Code', signs: signs('claude', [/^\.claude\//, /^CLAUDE\.md$/]) },
    { name: 'Codex', signs: signs('codex', [/^\.codex\//]) },
    { name: 'Gemini CLI', signs: signs('gemini', [/^\.gemini\//, /^GEMINI\.md$/]) },
    { name: 'Copilot CLI', signs: signs('copilot', [/^\.github\/(?:hooks|instructions)\//, /^\.github\/copilot-instructions\.md$/]) },
    { name: 'opencode', signs: signs('opencode', [/^\.opencode\//, /^opencode\.jsonc?$/]) },
    { name: 'Cursor', signs: signs('cursor-agent', [/^\.cursor\//, /^\.cursorrules$/]) },
    { name: 'agents that read AGENTS.md', signs: files.includes('AGENTS.md') ? ['AGENTS.md'] : [] },
  ];
  return found.filter((agent) => agent.signs.length > 0);
}

function readPackageJson(root: string): PackageJson | undefined {
  const text = readInside(root, 'package.json');
  if (text === undefined) return undefined;
  try {
    return packageJsonSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return packageJsonSchema.parse({}); // a broken package.json is for its owner's tools to report
  }
}
