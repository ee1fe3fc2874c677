import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { guardrailPage } from '../cli/sample-repository.ts';
import { HookRepository } from './hook-repository.ts';

const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const depth = 30_000;
const around = (open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const parens = `${'(\n'.repeat(depth)}1${')\n'.repeat(depth)}`;

/** Deep in what stands on both sides, which ast-grep compares by recursion; deep and torn; and with something to find beside it. */
const files: Record<string, string> = {
  'src/same.ts': `import './other.ts';\nx = ${parens} == ${parens};\n`,
  'src/calls.ts': `import './other.ts';\nx = ${around('f(\n', ')\n')};\n`,
  'src/open.ts': `import './other.ts';\n${'[\n'.repeat(depth)}`,
  'src/types.ts': `import './other.ts';\nlet x: ${'a extends b ? c :\n'.repeat(depth)} d;\n`,
  'src/chain.js': `const a = require('./other.ts');\nx = a${'\n.b()'.repeat(depth)} == a${'\n.b()'.repeat(depth)};\n`,
  'src/view.tsx': `import './other.ts';\nx = ${around('<a>\n', '</a>\n')};\n`,
  'src/other.ts': 'x = a == a;\n',
  'lib/same.py': `x = ${parens} == ${parens}\n`,
  'lib/same.go': `package a\nfunc f() {\n${around('if a {\n', '}\n')}}\n`,
  'lib/same.rs': `fn f() { let x = ${parens} == ${parens}; }\n`,
  'lib/Same.java': `class A { boolean x = ${parens} == ${parens}; }\n`,
  'lib/data.json': around('[\n', ']\n'),
  'lib/package.json': `{"dependencies": ${around('[\n', ']\n')}}`,
  'lib/pyproject.toml': `x = ${around('[\n', ']\n')}\n`,
  'lib/pom.xml': around('<a>\n', '</a>\n'),
};

const same = (language: string) => ({
  check: `kind: ast\nlanguage: ${language}\nrule:\n  pattern: $A == $A`,
  bad: 'a == a',
  good: 'a == b',
});
const pages: [id: string, files: string, about: Partial<Parameters<typeof guardrailPage>[0]> & { check: string }][] = [
  ['same', '["src/**"]', same('typescript')],
  ['same-py', '["**/*.py"]', { ...same('python'), language: 'py' }],
  ['same-rs', '["**/*.rs"]', { ...same('rust'), bad: 'fn f() { a == a; }', good: 'fn f() { a == b; }', language: 'rs' }],
  ['same-java', '["**/*.java"]', { ...same('java'), language: 'java' }],
  ['short', '["**/*"]', { check: 'kind: structure\nmaxFunctionLines: 5' }],
  ['no-other', '["src/**"]', { check: 'kind: imports\nforbidden:\n  - { from: ["src/**"], to: [src/other.ts] }\ncycles: false' }],
  ['one-logger', '["**/*"]', { check: 'kind: stack\nconcern: logging\nallowed: [pino]\nknown: [a, other]' }],
  ['no-word', '["**/*"]', { check: 'kind: text\npattern: never' }],
];

let repo: HookRepository;

before(() => {
  repo = new HookRepository();
  fs.rmSync(path.join(repo.root, 'harness/guardrails/fetch-deadline.md'));
  for (const [id, globs, about] of pages)
    repo.write(`harness/guardrails/${id}.md`, guardrailPage({ id, priority: 'P1', files: globs, bad: 'x', good: 'y', ...about }));
});
after(() => repo.remove());

test('files that nest deep end no check, are named, and hide nothing in others', () => {
  for (const [name, text] of Object.entries(files)) repo.write(name, text);
  for (const scope of [[], ['--changed'], ['--fix']]) {
    const ran = check([...scope, '--format', 'json']);
    assert.equal(ran.status, 1, `${ran.signal} ${ran.stderr}`);
    const { findings, notes } = checkReportSchema.parse(JSON.parse(ran.stdout));
    assert.ok(findings.some(({ guardrail, path: file }) => guardrail === 'same' && file === 'src/other.ts'));
    const importers = findings.filter(({ guardrail }) => guardrail === 'no-other').map(({ path: file }) => file);
    assert.deepEqual(
      importers.sort(),
      Object.keys(files)
        .filter((name) => name.startsWith('src/') && name !== 'src/other.ts')
        .sort(),
    );
    for (const name of ['src/same.ts', 'src/chain.js', 'lib/same.py', 'lib/same.rs', 'lib/Same.java'])
      assert.ok(
        notes.some(({ path: file, message }) => file === name && message.includes('nests more than 1,000 deep')),
        `${name}: ${JSON.stringify(notes)}`,
      );
  }
});

test('an agent that writes such a file hears of its next one', () => {
  for (const [name, text] of Object.entries(files)) repo.edit(name, text);
  assert.match(repo.edit('src/next.ts', 'x = a == a;\n'), /same/);
  assert.match(repo.stop(), /same/);
});

function check(args: string[]) {
  return spawnSync(process.execPath, [main, 'check', ...args], { cwd: repo.root, env: repo.env, encoding: 'utf8', timeout: 60_000 });
}
