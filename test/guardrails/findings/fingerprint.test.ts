import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { Check } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

const ast: Check = { kind: 'ast', language: 'typescript', rule: { pattern: 'fetch($$$A)' } };
const text: Check = { kind: 'text', pattern: 'TODO.*' };

suite('fingerprints', () => {
  test('survive moved lines, other indentation and a new name for the file', () => {
    const before = prints(ast, { 'a.ts': 'class A {\n  send() {\n    fetch(url, { a: 1 })\n  }\n}' });
    const after = prints(ast, {
      'lib/b.ts': '// more\n\nclass A {\n    send() {\n        log();\n        fetch(url,\n           { a:  1 })\n    }\n}',
    });
    assert.deepEqual(after, before);
  });

  test('survive a formatter', () => {
    const before = prints(ast, { 'a.ts': "fetch('x', { a: 1 });\nfetch(function () { return b })" });
    const after = prints(ast, { 'a.ts': 'fetch(\n  "x",\n  {a: 1},\n)\nfetch(function() {\n  return b;\n})' });
    assert.equal(after[0], before[0]);
    assert.notDeepEqual(prints(ast, { 'a.ts': 'fetch(ab)' }), prints(ast, { 'a.ts': 'fetch(a.b)' }));
    assert.notDeepEqual(prints(text, { 'a.ts': 'TODO a b' }), prints(text, { 'a.ts': 'TODO ab' }));
  });

  test('tell rule, symbol, text and equals apart', () => {
    const source = 'function a() { fetch(1); fetch(1); fetch(2) }\nfunction b() { fetch(1) }';
    assert.equal(new Set(prints(ast, { 'a.ts': source })).size, 4);
    assert.notDeepEqual(prints(ast, { 'a.ts': 'fetch(1)' }, 'one'), prints(ast, { 'a.ts': 'fetch(1)' }, 'two'));
  });

  test('a new equal after others leaves theirs as they are', () => {
    const one = prints(ast, { 'a.ts': 'fetch(1)' });
    assert.deepEqual(prints(ast, { 'a.ts': 'fetch(1)\nfetch(1)' }).slice(0, 1), one);
  });

  test('where a kind knows no syntax the indentation tells the symbol', () => {
    const python = [
      'class Client:',
      '    async def send(self):',
      '        if x:',
      '            # TODO retry',
      '    def other(self):',
      '        pass # TODO retry',
      '# TODO retry',
    ].join('\n');
    assert.equal(new Set(prints(text, { 'a.py': python })).size, 3);
    const moved = python.replace('        if x:\n', '        y\n        while z:\n');
    assert.deepEqual(prints(text, { 'a.py': `import os\n\n${moved}` }), prints(text, { 'a.py': python }));
  });

  test('what a limit counts is no part of it', () => {
    const check: Check = { kind: 'structure', maxLines: 1 };
    assert.deepEqual(prints(check, { 'a.ts': '\n\n' }), prints(check, { 'a.ts': '\n\n\n' }));
  });

  test('two breaches of a whole file do not depend on each other', () => {
    const both = prints({ kind: 'structure', maxLines: 1, name: '^b' }, { 'a.ts': '\n\n' });
    const [name] = prints({ kind: 'structure', maxLines: 9, name: '^b' }, { 'a.ts': '\n\n' });
    assert.equal(new Set(both).size, 2);
    assert.ok(name !== undefined && both.includes(name));
  });

  test('the recipe is the one that baselines were written with', () => {
    assert.deepEqual(prints(ast, { 'a.ts': 'function f() { fetch(1) }' }), ['v3:29f0a4563d58f46622f67f83']);
  });
});

function prints(check: Check, files: Record<string, string>, id = 'rule'): string[] {
  const { compiled, problems } = compileRules([makePage(id, check)], { engine: '', pagesHash: '' });
  assert.deepEqual(problems, []);
  const tree = memoryTree(files);
  return runRules(compiled, { tree, paths: tree.paths(), whole: true }).findings.map(({ fingerprint }) => fingerprint);
}
