import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { stringify } from 'yaml';
import { astRunner } from '#guardrails/ast/ast-runner.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { makePage } from '../guardrails/make-page.ts';

const platform = `${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`;
const cli = findCli();

/** Fixes of every shape, over captures that start and end at different depths. */
const checks: Omit<AstCheck, 'kind' | 'language'>[] = [
  { rule: { pattern: 'one($A)' }, fix: 'uno($A)' },
  { rule: { pattern: 'one($A)' }, fix: 'uno(\n  $A,\n)' },
  { rule: { pattern: 'one($A)' }, fix: 'if (x) {\n    return $A\n}' },
  { rule: { pattern: 'many($$$ALL)' }, fix: 'viele($$$ALL)' },
  { rule: { pattern: 'many($$$ALL)' }, fix: 'viele([\n    $$$ALL\n  ], $$$ALL)' },
  { rule: { pattern: 'many($FIRST, $$$REST)' }, fix: '$FIRST.many($$$REST)' },
  { rule: { pattern: 'one($A)' }, fix: '$$A $a $1 $ $$$ $A$A' },
  { rule: { pattern: 'one($A)' }, fix: '' },
  { rule: { pattern: 'one($A)' }, fix: '\t\tone(\n\t\t\t$A\n)' },
  { rule: { pattern: 'one($A)' }, transform: { UP: { convert: { source: '$A', toCase: 'upperCase' } } }, fix: 'x(\n    $UP)' },
  { rule: { any: [{ pattern: 'one($A)' }, { pattern: 'many($A)' }] }, fix: 'any($A)' },
];

const sources = [
  'one(1); many(); many(1); many(1, 2)',
  '  one({\n    a: 1,\n  b: 2,\n c: 3,\n\n    d: 4\n  });\n',
  'class A {\n    m() {\n        many(\n            {\n                a: 1,\n            },\n            () => {\n                return 2\n            },\n        )\n    }\n}\n',
  '\tmany({\n\t\ta: 1,\n\t}, [\n\t\t2,\n\t])\n',
  '    const s = "😀é"; one(`a\n  b\n      c`); many("前", {\n  a: 1\n})\n',
  'one({\r\n    a: 1,\r\n  })\r\n',
  `${'x();'.repeat(200)}    one({\n      a: 1\n   })`,
  'f(one(one(\n  1\n)))',
];

suite('fixes equal those of the ast-grep command line', {
  skip: cli === undefined ? `the ast-grep command line has no package for ${platform} here` : false,
}, () => {
  test('word for word, indentation included', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-fix-'));
    try {
      for (const [index, source] of sources.entries()) fs.writeFileSync(path.join(folder, `${index}.ts`), source);
      const documents = checks.map((check, index) => stringify({ id: `fix-${index}`, language: 'TypeScript', ...check }));
      const args = ['scan', '--inline-rules', documents.join('---\n'), '--json=stream', folder];
      const output = execFileSync(cli ?? '', args, { cwd: folder, encoding: 'utf8' });
      const theirs = output
        .trim()
        .split('\n')
        .map((line) => describe(JSON.parse(line)));
      assert.ok(theirs.length > 60, `${theirs.length} fixes`);
      assert.deepEqual(ours().sort(), theirs.sort());
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

function findCli(): string | undefined {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(`@ast-grep/cli-${platform}/package.json`)), 'ast-grep');
  } catch {
    return undefined;
  }
}

function describe({ file, replacement, ruleId, text }: { file: string; ruleId: string; text: string; replacement?: string }): string {
  return JSON.stringify([path.basename(file), ruleId, text, replacement]);
}

function ours(): string[] {
  const pages = checks.map((check, index) => makePage(`fix-${index}`, { kind: 'ast', language: 'typescript', ...check }));
  const { compiled, problems } = compileRules(pages, { engine: '', pagesHash: '' });
  assert.deepEqual(problems, []);
  return sources.flatMap((text, index) =>
    astRunner
      .checkFile(compiled.rules, { path: `${index}.ts`, text })
      .flatMap(({ hits, rule }) =>
        hits.map(({ replacement, span }) => JSON.stringify([`${index}.ts`, rule.id, text.slice(span?.start, span?.end), replacement])),
      ),
  );
}
