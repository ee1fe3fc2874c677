import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { isRepetitive } from '#guardrails/ast/is-repetitive.ts';
import { takesTooLong } from '#guardrails/ast/takes-too-long.ts';
import { whyPassedOver } from '#guardrails/ast/why-passed-over.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { monotonicMs } from '#kernel/clock.ts';
import { makePage } from '../make-page.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const oneOfMany = `async find0(items: readonly Order[], text: string): Promise<readonly Order[]> {
  const named = items.filter((item) => item.name?.startsWith(text) === true);
  const counts = new Map(named.map((item) => [item.id, item.lines.length]));
  if (counts.size === 0 || text.trim() === '') return [];
  this.#log.info('found', { id: named[0].id, limit: 10 });
}`;

suite('texts that a parser could be at for minutes', () => {
  test('say the same again and again; what people write does not', () => {
    for (const part of ['A<', 'a<b,\n', '<!--\n', 'a:b\n', ':not(', '[a]:\n', '<div><p>', 'case a:\n'])
      assert.ok(isRepetitive(`// begin\n${'let x = [a, "b"].c;\n'.repeat(20)}${part.repeat(10_000)}`), part);
    const alike = Array.from({ length: 40 }, (_, index) => `${oneOfMany}\n`.replaceAll('find0', `find${index}`)).join('');
    assert.equal(isRepetitive(alike), false, 'functions that are nearly alike');
    for (const file of fs.globSync('{src,test,scripts}/**/*.ts', { cwd: root }))
      assert.equal(isRepetitive(fs.readFileSync(path.join(root, file), 'utf8')), false, file);
  });

  test('are tried in a process first; the one is passed over and said, the other searched whole, each as before', () => {
    const check = { kind: 'ast', language: 'typescript', rule: { pattern: 'fetch($A)' } } as const;
    const { compiled } = compileRules([makePage('deadline', check)], { engine: '', pagesHash: '' });
    const files = { 'a.ts': `fetch(1);\n${'a<b,\n'.repeat(60_000)}`, 'b.ts': 'fetch(1);\n'.repeat(2_000), 'c.ts': 'fetch(1);\n' };
    const tree = memoryTree(files);
    const { findings, faults, notes } = runRules(compiled, { tree, paths: Object.keys(files), whole: true, noteSyntax: true });
    assert.deepEqual(faults, []);
    assert.deepEqual([findings.filter(({ path: file }) => file === 'b.ts').length, findings.length], [2_000, 2_001]);
    assert.deepEqual(notes, [
      { about: 'syntax', path: 'a.ts', line: 1, message: 'ast guardrails pass over this file: it takes too long to parse' },
    ]);
    const hurried = runRules(compiled, { tree, paths: Object.keys(files), whole: false, deadlineMs: monotonicMs() + 60_000 });
    assert.deepEqual(
      hurried.findings.map(({ path: file }) => file),
      ['c.ts'],
      'a hook tries nothing',
    );
    runRules(compiled, { tree, paths: [], whole: false });
    assert.equal(whyPassedOver('a.ts', files['a.ts']), 'it takes too long to parse');
  });

  test('of a language whose grammar is a package are read by that', () => {
    assert.ok(loadEngine().placeOf('Python')?.grammars?.Python?.libraryPath.includes('lang-python'));
    assert.equal(takesTooLong('Python', 'fetch(1)\n'.repeat(2_000)), false);
  });
});
