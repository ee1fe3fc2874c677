import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { compileRules } from '#guardrails/compile-rules.ts';
import { mendFile, runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { Guardrail } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

type Rule = [id: string, pattern: string, fix?: string, priority?: Guardrail['priority']];

suite('fixes of a file', () => {
  const deadline: Rule = ['deadline', 'fetch($URL)', 'fetch($URL, { signal })'];

  test('all at once, nested ones one after the other', () => {
    assert.equal(fixed([deadline], 'fetch(a);\nfetch(b);\n').text, 'fetch(a, { signal });\nfetch(b, { signal });\n');
    assert.equal(fixed([deadline], 'fetch(fetch(a))').text, 'fetch(fetch(a, { signal }), { signal })');
  });

  test('of two that overlap the worse priority is made first, the other after it', () => {
    const log: Rule = ['log', 'console.log($A)', 'log.info($A)', 'P2'];
    const clear: Rule = ['clear', 'log.info(secret)', 'log.info(hidden)', 'P3'];
    assert.equal(fixed([clear, log, deadline], 'console.log(fetch(a))').text, 'log.info(fetch(a, { signal }))');
    const both = fixed(
      [
        ['x', 'f(1)', 'g(1)', 'P2'],
        ['y', 'f($A)', 'h($A)', 'P0'],
      ],
      'f(1);f(2)',
    );
    assert.deepEqual(both, { text: 'h(1);h(2)', refused: [] });
  });

  test('one that would break another rule is not made, and said; the others are', () => {
    const noInfo: Rule = ['no-info', 'log.info(2)'];
    const result = fixed([['log', 'console.log($A)', 'log.info($A)'], noInfo], '\nconsole.log(1);\nconsole.log(2);\nconsole.log(3);');
    assert.equal(result.text, '\nlog.info(1);\nconsole.log(2);\nlog.info(3);');
    assert.deepEqual(result.refused, [{ guardrail: 'log', path: 'a.ts', line: 3, reason: 'it would break no-info' }]);
  });

  test('one that mends nothing, or tears the file, is not made', () => {
    const same = fixed([['same', 'f($A)', 'f($A)']], 'f(1)');
    assert.deepEqual([same.text, same.refused[0]?.reason], ['f(1)', 'same would find as much as before']);
    const torn = fixed([['torn', 'f($A)', 'g($A']], 'f(1);\nx();');
    assert.deepEqual([torn.text, torn.refused[0]?.reason], ['f(1);\nx();', 'the file would not parse any more']);
  });

  test('one that would take out a comment is not made, and said; but a rule may find a comment itself', () => {
    const text = 'fetch(\n  url, // the price server\n);\nfetch(b); // the other one\n';
    const result = fixed([deadline], text);
    assert.equal(result.text, 'fetch(\n  url, // the price server\n);\nfetch(b, { signal }); // the other one\n');
    assert.deepEqual(result.refused, [
      { guardrail: 'deadline', path: 'a.ts', line: 1, reason: 'it would take out the comment // the price server' },
    ]);
    const page = makePage('no-ignore', { kind: 'ast', language: 'typescript', rule: { kind: 'comment', regex: 'ts-ignore' }, fix: '' });
    const { compiled: ignore } = compileRules([page], { engine: '', pagesHash: '' });
    const ignored = '// @ts-ignore\nx(1); // why\n';
    const tree = memoryTree({ 'a.ts': ignored });
    const wanted = new Set(runRules(ignore, { tree, paths: ['a.ts'], whole: false }).findings.map(({ fingerprint }) => fingerprint));
    assert.deepEqual(mendFile({ rules: ignore.rules, tree, path: 'a.ts', text: ignored, wanted }), {
      text: '\nx(1); // why\n',
      refused: [],
    });
  });

  test('two rules that undo each other come to an end', () => {
    const result = fixed(
      [
        ['to-b', 'a()', 'b()'],
        ['to-a', 'b()', 'a()'],
      ],
      'a();',
    );
    assert.equal(result.text, 'a();');
    assert.equal(result.refused.length, 1);
  });

  test('what is allowed, and what is not in question, stays', () => {
    const text = '// tackroom-allow deadline: answers at once\nfetch(a);\nfetch(b);\nfetch(c);\n';
    assert.equal(fixed([deadline], text, (line) => line === 3).text, text.replace('fetch(b)', 'fetch(b, { signal })'));
  });

  test('line ends and a byte order mark stay', () => {
    const two: Rule = ['two', 'f($A)', 'g(\n  $A,\n)'];
    assert.equal(fixed([two], '\uFEFFf(1);\r\nx();\r\n').text, '\uFEFFg(\r\n  1,\r\n);\r\nx();\r\n');
    assert.equal(fixed([two], 'f(1);\n').text, 'g(\n  1,\n);\n');
  });

  test('any file converges, loses nothing outside the fixes, and has no more findings of any rule', () => {
    const rules: Rule[] = [
      deadline,
      ['log', 'console.log($A)', 'log.info($A)', 'P2'],
      ['wrap', 'f($A)', 'g(f2($A))', 'P0'],
      ['no-f2', 'f2(9)'],
    ];
    const call = fc.letrec<{ call: string }>((tie) => ({
      call: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', '1', '9'),
        fc.tuple(fc.constantFrom('fetch', 'console.log', 'f', 'other'), tie('call')).map(([name, inner]) => `${name}(${inner})`),
      ),
    })).call;
    fc.assert(
      fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
        const text = calls.map((one, index) => `/* ${index} */ ${one}; // end ${index}\n`).join('');
        const once = fixed(rules, text);
        assert.equal(fixed(rules, once.text).text, once.text, 'a second run changes nothing');
        assert.deepEqual(once.text.match(/\/\*.*?\*\/|\/\/.*$/gm), text.match(/\/\*.*?\*\/|\/\/.*$/gm), 'what no fix speaks of stays');
        for (const [id, count] of counted(rules, once.text)) assert.ok(count <= (counted(rules, text).get(id) ?? 0), id);
      }),
      { numRuns: 60 },
    );
  });
});

function compiled(rules: readonly Rule[]) {
  const pages = rules.map(([id, pattern, fix, priority = 'P1']) =>
    makePage(id, { kind: 'ast', language: 'typescript', rule: { pattern }, ...(fix === undefined ? {} : { fix }) }, { priority }),
  );
  return compileRules(pages, { engine: '', pagesHash: '' }).compiled;
}

function findings(rules: readonly Rule[], text: string) {
  const tree = memoryTree({ 'a.ts': text });
  return runRules(compiled(rules), { tree, paths: ['a.ts'], whole: false }).findings;
}

function fixed(rules: readonly Rule[], text: string, isWanted: (line: number) => boolean = () => true) {
  const wanted = new Set(findings(rules, text).flatMap((one) => (isWanted(one.range?.start.line ?? 0) ? [one.fingerprint] : [])));
  return mendFile({ rules: compiled(rules).rules, tree: memoryTree({ 'a.ts': text }), path: 'a.ts', text, wanted });
}

function counted(rules: readonly Rule[], text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { guardrail = '' } of findings(rules, text)) counts.set(guardrail, (counts.get(guardrail) ?? 0) + 1);
  return counts;
}
