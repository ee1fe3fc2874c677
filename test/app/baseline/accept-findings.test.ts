import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { acceptFindings } from '#app/baseline/accept-findings.ts';
import { countBreaches } from '#app/baseline/count-breaches.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { makePage } from '../../guardrails/make-page.ts';

/** A file as the functions it has, each with the arguments that are fetched in it. */
type Source = number[][];

const { compiled } = compileRules(
  [
    makePage('deadline', { kind: 'ast', language: 'typescript', rule: { pattern: 'fetch($$$A)' } }),
    makePage('todo', { kind: 'text', pattern: 'TODO \\d' }),
  ],
  { engine: '', pagesHash: '' },
);

const sources = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
const layouts = fc.record({
  gap: fc.constantFrom('', '\n', '// note\n\n'),
  indent: fc.constantFrom('  ', '\t', '      '),
  wrap: fc.boolean(),
});

suite('accepted findings', () => {
  test('stay accepted when lines move, code is formatted otherwise, functions change places and the file its name', () => {
    fc.assert(
      fc.property(sources, layouts, layouts, fc.boolean(), (source, before, after, turn) => {
        const entries = toEntries(find({ 'a.ts': render(source, before), 'b.ts': render(source, before) }));
        const named = source.map((calls, index): [number, number[]] => [index, calls]);
        const moved = render(turn ? named.toReversed() : named, after);
        const { findings, gone, kept } = acceptFindings(
          find({ 'lib/a.ts': moved, 'b.ts': moved }),
          entries,
          new Map([['a.ts', 'lib/a.ts']]),
        );
        assert.deepEqual(
          findings.filter(({ baseline }) => !baseline),
          [],
        );
        assert.deepEqual(gone, []);
        assert.equal(countBreaches(kept), countBreaches(entries));
      }),
    );
  });

  test('a breach that is removed hides no other, and one that is added is new', () => {
    fc.assert(
      fc.property(sources, layouts, fc.nat(), fc.nat(), (source, layout, at, where) => {
        const entries = toEntries(find({ 'a.ts': render(source, layout) }));
        const index = at % source.length;
        const calls = source[index] ?? [];
        const less = source.with(index, calls.toSpliced(where % calls.length, 1));
        const removed = acceptFindings(find({ 'a.ts': render(less, layout) }), entries);
        assert.ok(removed.findings.every(({ baseline }) => baseline));
        assert.equal(countBreaches(removed.gone), 2);
        const more = source.with(index, calls.toSpliced(where % calls.length, 0, 9));
        const added = acceptFindings(find({ 'a.ts': render(more, layout) }), entries);
        assert.deepEqual(
          added.findings
            .filter(({ baseline }) => !baseline)
            .map(({ guardrail }) => guardrail)
            .sort(),
          ['deadline', 'todo'],
        );
        assert.deepEqual(added.gone, []);
        const elsewhere = acceptFindings(find({ 'a.ts': render(source, layout), 'c.ts': render(source, layout) }), entries);
        assert.ok(elsewhere.findings.every(({ baseline, path }) => baseline === (path === 'a.ts')));
      }),
    );
  });

  test('an entry speaks for as many as it counts', () => {
    const [one = assert.fail()] = find({ 'a.ts': 'fetch(1)' });
    const { findings, gone } = acceptFindings(
      [one, one, one],
      [{ path: 'a.ts', guardrail: 'deadline', fingerprint: one.fingerprint, count: 2 }],
    );
    assert.deepEqual(
      findings.map(({ baseline }) => baseline),
      [true, true, false],
    );
    assert.deepEqual(gone, []);
  });
});

function render(source: Source | [number, number[]][], layout: { gap: string; indent: string; wrap: boolean }): string {
  const named = source.map((one, index): [number, number[]] => (isNamed(one) ? one : [index, one]));
  return named
    .map(([name, calls]) => `${layout.gap}function f${name}() {\n${calls.map((call) => line(call, layout)).join('')}}\n`)
    .join('');
}

function isNamed(one: number[] | [number, number[]]): one is [number, number[]] {
  return Array.isArray(one[1]);
}

function line(call: number, { gap, indent, wrap }: { gap: string; indent: string; wrap: boolean }): string {
  const args = wrap ? `(\n${indent}${indent}'${call}',\n${indent}{ a: 1 },\n${indent})` : `("${call}", {a: 1})`;
  return `${gap}${indent}// TODO ${call}\n${indent}fetch${args};\n`;
}

function find(files: Record<string, string>): Finding[] {
  const tree = memoryTree(files);
  return runRules(compiled, { tree, paths: tree.paths(), whole: true }).findings;
}

function toEntries(findings: readonly Finding[]): BaselineEntry[] {
  return findings.map(({ path, guardrail = '', fingerprint }) => ({ path, guardrail, fingerprint }));
}
