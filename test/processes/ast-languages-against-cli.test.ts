import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { stringify } from 'yaml';
import { astLanguageOf } from '#guardrails/ast/ast-language.ts';
import { astRunner } from '#guardrails/ast/ast-runner.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { mayBreakRule } from '#guardrails/may-break.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { makePage } from '../guardrails/make-page.ts';
import { type LanguageSample, readLanguageRules } from '../guardrails/read-language-rules.ts';

const require = createRequire(import.meta.url);
const cli = findCli();
const skip = cli === undefined ? `the ast-grep command line has no package for ${process.platform}-${process.arch} here` : false;
const samples = readLanguageRules();

/** Sources beside our samples: a folder that this variable names, for a trial on real repositories. */
const { TACKROOM_LANGUAGE_CORPUS: corpus } = process.env;

suite('ast findings in other languages equal those of the ast-grep command line', { skip }, () => {
  let folder = '';
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-languages-'));
    for (const sample of samples) writeSources(folder, sample);
    if (corpus !== undefined) copyCorpus(corpus, folder);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const { language, name, rules } of samples) {
    test(name, () => {
      const { compiled, problems } = compileRules(
        rules.map(({ id, check }) => makePage(id, check)),
        { engine: '', pagesHash: '' },
      );
      assert.deepEqual(problems, []);
      const expected = runCli(folder, rules).filter((line) => astLanguageOf(line.slice(0, line.indexOf(':'))) === language);
      const found = ours(folder, compiled.rules, true);
      assert.deepEqual(found, expected);
      assert.deepEqual(ours(folder, compiled.rules, false), expected, 'without the prefilter');
      const silent = rules.filter(({ id }) => !expected.some((line) => line.includes(` ${id}`)));
      assert.deepEqual(
        silent.map(({ id }) => id),
        [],
        'every rule finds something',
      );
    });
  }
});

test('files have the language that the command line gives them', { skip }, (context) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-names-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const endings =
    'bash bats bzl cgi command cs csx css env fcgi gemspec go htm html java json json5 jsonc ksh kt ktm kts less php phtml py py3 pyi pyw rake rb rbw rs sbt sc scala scss sh swift tmux tool vue xhtml yaml yml zsh';
  const names = [...endings.split(' ').map((ending) => `a.${ending}`), 'Gemfile', 'BUILD', '.bashrc', '.env', 'A.PY', 'a.b.py'];
  for (const name of names) fs.writeFileSync(path.join(folder, name), 'x');
  for (const { name, language } of samples) {
    const anything = stringify({ id: 'any', language: name, rule: { any: [{ kind: rootKinds[name] ?? 'program' }, { kind: 'ERROR' }] } });
    const found = new Set(scan(folder, anything).map(({ file }) => path.relative(folder, path.resolve(folder, file))));
    assert.deepEqual([...found].sort(), names.filter((file) => astLanguageOf(file) === language).sort(), name);
  }
});

const rootKinds: Readonly<Record<string, string>> = {
  csharp: 'compilation_unit',
  css: 'stylesheet',
  go: 'source_file',
  html: 'document',
  json: 'document',
  kotlin: 'source_file',
  python: 'module',
  rust: 'source_file',
  scala: 'compilation_unit',
  swift: 'source_file',
  yaml: 'stream',
};

function findCli(): string | undefined {
  try {
    const name = `@ast-grep/cli-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}/package.json`;
    return path.join(path.dirname(require.resolve(name)), 'ast-grep');
  } catch {
    return undefined;
  }
}

/** The sample as it is, with the line ends of Windows, and without its end. */
function writeSources(folder: string, { extension, name, text }: LanguageSample): void {
  fs.writeFileSync(path.join(folder, `${name}.${extension}`), text);
  fs.writeFileSync(path.join(folder, `${name}-crlf.${extension}`), text.replaceAll('\n', '\r\n'));
  fs.writeFileSync(path.join(folder, `${name}-cut.${extension}`), text.slice(0, Math.floor(text.length * 0.7)));
}

function copyCorpus(from: string, folder: string): void {
  const entries = fs.readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const [index, entry] of entries.entries()) {
    const file = path.join(entry.parentPath, entry.name);
    if (astLanguageOf(entry.name) === undefined || fs.statSync(file).size > 200_000) continue;
    const text = fs.readFileSync(file, 'utf8');
    if (!(text.includes('\u0000') || text.includes('\uFFFD'))) fs.writeFileSync(path.join(folder, `${index}-${entry.name}`), text);
  }
}

interface CliMatch {
  file: string;
  ruleId: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  replacement?: string;
}

function scan(folder: string, rules: string): CliMatch[] {
  const output = execFileSync(
    cli ?? '',
    ['scan', '--inline-rules', rules, '--json=stream', '--no-ignore', 'vcs', '--no-ignore', 'hidden', folder],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return output.trim() === ''
    ? []
    : output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
}

/** Its columns count characters from 0. It also looks into the scripts and styles of HTML, which we do not. */
function runCli(folder: string, rules: LanguageSample['rules']): string[] {
  const documents = rules.map(({ id, check: { kind: _, ...rule } }) => stringify({ id, ...rule }));
  return scan(folder, documents.join('---\n'))
    .map(({ file, range: { end, start }, replacement, ruleId }) => {
      const place = `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`;
      return `${path.relative(folder, path.resolve(folder, file))}:${place} ${ruleId}${said(replacement)}`;
    })
    .sort();
}

function ours(folder: string, rules: readonly CompiledRule[], prefilter: boolean): string[] {
  const files = fs.readdirSync(folder).filter((file) => rules.some(({ languages }) => languages?.includes(astLanguageOf(file) ?? '')));
  return files
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const candidates = rules.filter((rule) => !prefilter || mayBreakRule(rule, text));
      return astRunner.checkFile(candidates, { path: file, text }).flatMap(({ hits, rule }) =>
        hits.map(({ replacement, span = { start: 0, end: 0 } }) => {
          return `${file}:${position(text, span.start)}-${position(text, span.end)} ${rule.id}${said(replacement)}`;
        }),
      );
    })
    .sort();
}

function said(replacement: string | undefined): string {
  return replacement === undefined ? '' : ` ${JSON.stringify(replacement)}`;
}

/** Our offsets count UTF-16 code units; the command line's columns count characters. */
function position(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${[...before.slice(before.lastIndexOf('\n') + 1)].length + 1}`;
}
