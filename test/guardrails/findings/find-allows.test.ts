import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { findAllows } from '#guardrails/findings/find-allows.ts';
import { cpuMs } from '../../cpu-ms.ts';

suite('suppression comments', () => {
  const lines = [
    '// tackroom-allow a-rule: why not',
    'x(); // tackroom-allow a-rule: why not',
    '/* tackroom-allow a-rule: why not */',
    ' * tackroom-allow a-rule: why not',
    '{/* tackroom-allow a-rule: why not */}',
    '# tackroom-allow a-rule: why not',
    'x = 1 #tackroom-allow a-rule :why not',
    '-- tackroom-allow a-rule: why not',
    '<!-- tackroom-allow a-rule: why not -->',
    '; tackroom-allow a-rule: why not',
    '% tackroom-allow a-rule: why not',
    '(* tackroom-allow a-rule: why not *)',
    '{- tackroom-allow a-rule: why not -}',
    '""" tackroom-allow a-rule: why not """',
    '/// tackroom-allow a-rule: why not',
    '   tackroom-allow a-rule: why not',
    '// tackroom-allow a-rule: why not\r',
  ];
  for (const line of lines) {
    const besideCode = line.startsWith('x') ? { besideCode: true as const } : {};
    test(JSON.stringify(line), () =>
      assert.deepEqual(findAllows(`\n${line}\n`), [{ guardrail: 'a-rule', line: 2, reason: 'why not', ...besideCode }]),
    );
  }

  test('no reason', () => {
    for (const line of ['// tackroom-allow a-rule', '// tackroom-allow a-rule:', '/* tackroom-allow a-rule: */']) {
      assert.deepEqual(findAllows(line), [{ guardrail: 'a-rule', line: 1, reason: '' }]);
    }
    for (const line of ['// tackroom-allow a-rule because', '/* tackroom-allow a-rule - because */'])
      assert.deepEqual(findAllows(line), [{ guardrail: 'a-rule', line: 1, reason: '', lacksColon: true }]);
  });

  test('no guardrail', () => {
    for (const line of ['// tackroom-allow', '# tackroom-allow: why not', '/* tackroom-allow */'])
      assert.deepEqual(
        findAllows(line).map(({ guardrail }) => guardrail),
        [''],
        line,
      );
  });

  test('a block comment ends where it ends: what is behind it is code, and no reason', () => {
    for (const [line, reason] of [
      ['/* tackroom-allow a-rule: */ await fetch(a);', ''],
      ['/* tackroom-allow a-rule: why not */ await fetch(a);', 'why not'],
      ['<!-- tackroom-allow a-rule: why not --><a>', 'why not'],
    ] as const)
      assert.deepEqual(findAllows(line), [{ guardrail: 'a-rule', line: 1, reason, besideCode: true }], line);
    assert.deepEqual(findAllows('// tackroom-allow a-rule: a glob, **/*.ts'), [
      { guardrail: 'a-rule', line: 1, reason: 'a glob, **/*.ts' },
    ]);
  });

  test('one that names two guardrails allows neither', () => {
    assert.deepEqual(findAllows('// tackroom-allow a-rule, b-rule: both'), [{ guardrail: 'a-rule', line: 1, reason: '', namesMore: true }]);
  });

  test('a text that only speaks of it', () => {
    for (const line of [
      '"tackroom-allow a-rule: why"',
      'const a = tackroom-allow a-rule: why',
      '// use tackroom-allow a-rule: why',
      'tackroom-allow: in a comment',
      'Write tackroom-allow',
      '// tackroom-allowed a: b',
    ]) {
      assert.deepEqual(findAllows(line), [], line);
    }
  });

  test('any text ends in time', () => {
    const texts = fc
      .array(fc.constantFrom('tackroom-allow', ' ', '/', '*', '#', '-', 'a', ':', '\n'), { maxLength: 300 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => findAllows(text).every(({ line }) => line >= 1)));
    const startedAt = cpuMs();
    findAllows(`${'/'.repeat(20_000)} tackroom-allow a: b`);
    findAllows(`tackroom-allow ${' '.repeat(20_000)}`);
    assert.ok(cpuMs() - startedAt < 1_000);
  });
});
