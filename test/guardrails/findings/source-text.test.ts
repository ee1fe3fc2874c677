import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { SourceText } from '#guardrails/findings/source-text.ts';

suite('positions in a text', () => {
  test('a byte order mark is in no column', () => {
    const source = new SourceText('\uFEFFab\nc');
    assert.deepEqual(
      [0, 1, 2, 4].map((offset) => source.positionAt(offset)),
      [
        { line: 1, column: 1 },
        { line: 1, column: 1 },
        { line: 1, column: 2 },
        { line: 2, column: 1 },
      ],
    );
    assert.deepEqual([source.offsetAt(1, 1), source.offsetAt(1, 3), source.line(1)], [1, 3, 'ab']);
  });

  test('lines and columns start at 1, lines come without their ends', () => {
    const source = new SourceText('ab\r\n\n😀c');
    assert.deepEqual(
      [0, 2, 4, 5, 7, 8].map((offset) => source.positionAt(offset)),
      [
        { line: 1, column: 1 },
        { line: 1, column: 3 },
        { line: 2, column: 1 },
        { line: 3, column: 1 },
        { line: 3, column: 3 },
        { line: 3, column: 4 },
      ],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => source.line(line)),
      ['', 'ab', '', '😀c', ''],
    );
  });

  test('agree with counting', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a\n]{0,40}$/), fc.nat(40), (text, seed) => {
        const offset = Math.min(seed, text.length);
        const before = text.slice(0, offset).split('\n');
        assert.deepEqual(new SourceText(text).positionAt(offset), { line: before.length, column: (before.at(-1) ?? '').length + 1 });
      }),
    );
  });
});
