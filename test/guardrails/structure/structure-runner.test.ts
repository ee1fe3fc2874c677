import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { StructureCheck } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

type Structure = Omit<StructureCheck, 'kind'>;

suite('structure checks', () => {
  test('lines are counted as editors do', () => {
    const files = { 'a.ts': '1\n2\n3\n', 'b.ts': '1\n2\n3', 'c.ts': '1\n2\n3\n\n', 'd.ts': '', 'e.ts': '1\r\n2\r\n3\r\n4' };
    assert.deepEqual(check({ maxLines: 3 }, files), ['c.ts (4 lines, at most 3)', 'e.ts (4 lines, at most 3)']);
  });

  test('functions, methods and arrow functions over the limit, at their first line', () => {
    const text = [
      'class Client {',
      '  send() {',
      '    return 1;',
      '  }',
      '  short() { return 1; }',
      '}',
      'const make = () => {',
      '  function inner() {',
      '    return 1;',
      '  }',
      '  return inner;',
      '};',
    ].join('\n');
    const found = ['f.ts:2:3-2:11 (3 lines, at most 2)', 'f.ts:7:14-7:21 (6 lines, at most 2)', 'f.ts:8:3-8:21 (3 lines, at most 2)'];
    assert.deepEqual(check({ maxFunctionLines: 2 }, { 'f.ts': text, 'f.py': text }), found);
    assert.deepEqual(
      check({ maxFunctionLines: 2 }, { 'f.jsx': text.replaceAll('\n', '\r\n') }),
      found.map((line) => line.replace('f.ts', 'f.jsx')),
    );
  });

  test('two long functions of the same text in different places are two findings', () => {
    const text = 'const a = { run() {\n1;\n} };\nconst b = { run() {\n1;\n} };\n';
    const prints = run({ maxFunctionLines: 2 }, { 'a.ts': text }).findings.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints).size, 2);
  });

  test('the base name must match', () => {
    const files = { 'src/good-name.ts': '', 'src/BadName.ts': '', 'Bad/fine.ts': '' };
    assert.deepEqual(check({ name: '^[a-z-]+\\.ts$' }, files), ['src/BadName.ts ("BadName.ts" does not match ^[a-z-]+\\.ts$)']);
  });

  test('a neighbour is required', () => {
    const files = { 'src/a.ts': '', 'src/a.test.ts': '', 'src/b.ts': '', 'top.ts': '' };
    const about = { files: ['**/*.ts', '!**/*.test.ts'] };
    assert.deepEqual(check({ requires: '{dir}/{name}.test.{ext}' }, files, about), [
      'src/b.ts (src/b.test.ts is missing)',
      'top.ts (top.test.ts is missing)',
    ]);
    assert.deepEqual(check({ requires: '{dir}/../test/{name}.{ext}' }, { 'src/a.ts': '', 'test/a.ts': '' }, { files: ['src/**'] }), []);
    assert.deepEqual(check({ requires: '{dir}/../{name}.md' }, { 'a.ts': '' }), ['a.ts ({dir}/../{name}.md leads out of the repository)']);
  });

  test('a path may be forbidden', () => {
    assert.deepEqual(check({ forbidden: true }, { 'src/utils/a.ts': '', 'src/a.ts': '' }, { files: ['**/utils/**'] }), ['src/utils/a.ts']);
  });

  test('a path may be required, of the whole repository only', () => {
    const about = { files: ['LICENSE', 'LICENSE.md'] };
    assert.deepEqual(check({ required: true }, { 'a.ts': '' }, about), ['LICENSE (no such file)']);
    assert.deepEqual(check({ required: true }, { 'LICENSE.md': '' }, about), []);
    assert.deepEqual(run({ required: true }, { 'a.ts': '' }, { ...about, whole: false }).findings, []);
  });

  test('many files are checked as few are, and what is missing is told once', () => {
    const files = Object.fromEntries(Array.from({ length: 95 }, (_, index) => [`src/${index}.ts`, '\n\n']));
    assert.equal(check({ maxLines: 1 }, files).length, 95);
    assert.deepEqual(check({ required: true, maxLines: 3 }, files, { files: ['src/**', '!src/*.ts'] }), ['src/** (no such file)']);
  });

  test('what is wrong with a check', () => {
    assert.match(problem({}), /at least one of its keys/);
    assert.match(problem({ name: '(' }), /`name` is no regular expression: the `\(` at character 1 is never closed/);
    assert.match(problem({ requires: '{dir}/{nmae}.ts' }), /unknown placeholder \{nmae\}/);
    assert.match(problem({ requires: '../{name}.ts' }), /not a path inside the repository/);
    assert.match(problem({ requires: '{name}.test.{ext}' }), /at the top of the repository for every file, and no neighbour/);
    assert.match(problem({ requires: '{dir}{name}.test.ts' }), /glues the name to its folder/);
    assert.equal(problem({ requires: 'docs/{name}.md' }), '');
    assert.match(problem({ forbidden: true, required: true }), /both forbidden and required/);
    assert.match(problem({ required: true }, []), /needs `files`/);
  });
});

interface About {
  files?: string[];
  whole?: boolean;
}

function run(structure: Structure, files: Record<string, string>, { whole = true, files: globs = ['**'] }: About = {}) {
  const { compiled, problems } = compileRules([makePage('rule', { kind: 'structure', ...structure }, { files: globs })], {
    engine: '',
    pagesHash: '',
  });
  assert.deepEqual(problems, []);
  const tree = memoryTree(files);
  return runRules(compiled, { tree, paths: tree.paths(), whole });
}

function check(structure: Structure, files: Record<string, string>, about?: About): string[] {
  return run(structure, files, about).findings.map(({ message, path, range }) => {
    const place = range === undefined ? '' : `:${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
    return `${path}${place}${message.replace('rule is broken.', '')}`;
  });
}

function problem(structure: Structure, files: string[] = ['**']): string {
  const page = makePage('rule', { kind: 'structure', ...structure }, files.length === 0 ? {} : { files });
  return compileRules([page], { engine: '', pagesHash: '' })
    .problems.map(({ message }) => message)
    .join('\n');
}
