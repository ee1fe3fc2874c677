import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { stringify } from 'yaml';
import { astRunner } from '#guardrails/ast/ast-runner.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { mayBreakRule } from '#guardrails/may-break.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { makePage } from '../guardrails/make-page.ts';
import { readAstRules } from '../guardrails/read-ast-rules.ts';

const require = createRequire(import.meta.url);
const modules = path.dirname(path.dirname(require.resolve('typescript/package.json')));
const cli = findCli();
const skip = cli === undefined ? `the ast-grep command line has no package for ${process.platform}-${process.arch} here` : false;

suite('ast findings equal those of the ast-grep command line', { skip }, () => {
  let folder = '';
  let files: string[] = [];
  let expected: string[] = [];
  const checks = readAstRules();
  const { compiled, problems } = compileRules(
    checks.map(({ id, check }) => makePage(id, check)),
    { engine: '', pagesHash: '' },
  );

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-ast-'));
    files = copyCorpus(folder);
    expected = runCli(folder);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('20 rules over real TypeScript, TSX and JavaScript, merged, prefiltered', () => {
    assert.deepEqual(problems, []);
    assert.ok(compiled.rules.length >= 20);
    assert.ok(compiled.rules.filter((rule) => rule.mergeable).length >= 15);
    assert.ok(countLines(folder, files) > 100_000, 'the corpus is large');
    assert.ok(expected.length > 2_000, `the rules find something: ${expected.length}`);
    assert.deepEqual(ours(folder, files, compiled.rules, true), expected);
  });

  test('one by one, without prefilter', () => {
    const alone = compiled.rules.map((rule) => ({ ...rule, mergeable: false }));
    const some = files.filter((_, index) => index % 3 === 0);
    const wanted = new Set(some);
    assert.deepEqual(
      ours(folder, some, alone, false),
      expected.filter((line) => wanted.has(line.slice(0, line.indexOf(':')))),
    );
  });

  test('every rule finds something', () => {
    const silent = compiled.rules.filter(({ id }) => !expected.some((line) => line.includes(` ${id}`)));
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});

function findCli(): string | undefined {
  try {
    const folder = path.dirname(
      require.resolve(`@ast-grep/cli-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}/package.json`),
    );
    return path.join(folder, 'ast-grep');
  } catch {
    return undefined;
  }
}

/**
 * Sources that packages ship, or those of the repository that TACKROOM_AST_CORPUS names. There is no TSX among the
 * former, so some TypeScript is read as TSX too, with the errors that gives.
 */
function copyCorpus(folder: string): string[] {
  const { TACKROOM_AST_CORPUS: own } = process.env;
  const shipped = ['zod/src', 'eslint/lib', 'tsconfig-paths/src'].map((name) => path.join(modules, name));
  const sources = (own === undefined ? shipped : [own]).flatMap(list).filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  const files = sources.flatMap((file, index) => {
    const name = `${index}-${path.basename(file)}`;
    const copies = index % 9 === 0 && /\.ts$/.test(file) ? [name, `${name}x`] : [name];
    for (const copy of copies) fs.copyFileSync(file, path.join(folder, copy));
    return copies;
  });
  const handwritten = fs.readFileSync(new URL('../fixtures/ast-sources/breaches.txt', import.meta.url));
  for (const extension of ['ts', 'tsx', 'js', 'mts', 'cjs', 'jsx']) {
    fs.writeFileSync(path.join(folder, `breaches.${extension}`), handwritten);
    files.push(`breaches.${extension}`);
  }
  return files;
}

function list(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** The command line gives a rule one language, so each is told three times. Its columns count characters from 0. */
function runCli(folder: string): string[] {
  const documents = readAstRules().flatMap(({ check, id }) => {
    const { kind: _, language: __, ...rule } = check;
    const { languages = [] } = compileRules([makePage(id, check)], { engine: '', pagesHash: '' }).compiled.rules[0] ?? {};
    return languages.map((language) => ({ id: `${id}-${language}`, language, ...rule }));
  });
  const rules = path.join(folder, 'rules.yaml');
  fs.writeFileSync(rules, documents.map((document) => stringify(document)).join('---\n'));
  const output = execFileSync(
    cli ?? '',
    ['scan', '--inline-rules', fs.readFileSync(rules, 'utf8'), '--json=stream', '--no-ignore', 'vcs', folder],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  fs.rmSync(rules);
  return output
    .trim()
    .split('\n')
    .map((line) => describeMatch(JSON.parse(line), folder))
    .sort();
}

interface CliMatch {
  file: string;
  ruleId: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  replacement?: string;
}

function describeMatch({ file, range, replacement, ruleId }: CliMatch, folder: string): string {
  const place = `${range.start.line + 1}:${range.start.column + 1}-${range.end.line + 1}:${range.end.column + 1}`;
  return `${path.relative(folder, path.resolve(folder, file))}:${place} ${ruleId.replace(/-\w+$/, '')}${replacement === undefined ? '' : ` ${JSON.stringify(replacement)}`}`;
}

function ours(folder: string, files: readonly string[], rules: readonly CompiledRule[], prefilter: boolean): string[] {
  return files.flatMap((file) => findIn(file, fs.readFileSync(path.join(folder, file), 'utf8'), { rules, prefilter })).sort();
}

function findIn(file: string, text: string, how: { rules: readonly CompiledRule[]; prefilter: boolean }): string[] {
  const candidates = how.rules.filter((rule) => !how.prefilter || mayBreakRule(rule, text));
  return astRunner.checkFile(candidates, { path: file, text }).flatMap(({ hits, rule }) =>
    hits.map(({ replacement, span = { start: 0, end: 0 } }) => {
      const place = `${position(text, span.start)}-${position(text, span.end)}`;
      return `${file}:${place} ${rule.id}${replacement === undefined ? '' : ` ${JSON.stringify(replacement)}`}`;
    }),
  );
}

/** Our offsets count UTF-16 code units; the command line's columns count characters. */
function position(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return `${before.split('\n').length}:${[...before.slice(lineStart)].length + 1}`;
}

function countLines(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + fs.readFileSync(path.join(folder, file), 'utf8').split('\n').length, 0);
}
