import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeFrame } from '#cli/render/code-frame.ts';
import { createColors } from '#cli/render/colors.ts';
import { printable } from '#cli/render/printable.ts';
import type { Range } from '#kernel/records/finding.ts';

const plain = createColors(false);

describe('codeFrame', () => {
  it('shows two lines on each side and carets under what was found', () => {
    const lines = ['one', 'two', 'three', 'const a = fetch(url);', 'five', 'six', 'seven'];
    assert.deepEqual(codeFrame(lines, range(4, 11, 4, 21), { colors: plain, columns: 80 }), [
      '    2 | two',
      '    3 | three',
      '  > 4 | const a = fetch(url);',
      '      |           ^^^^^^^^^^',
      '    5 | five',
      '    6 | six',
    ]);
  });

  it('underlines only the first line of many, to its end', () => {
    assert.deepEqual(codeFrame(['if (a) {  ', '  b();', '}'], range(1, 1, 3, 2), { colors: plain, columns: 80 }).slice(0, 2), [
      '  > 1 | if (a) {',
      '      | ^^^^^^^^',
    ]);
  });

  it('shows a caret for an empty range at the end of the last line', () => {
    assert.deepEqual(codeFrame(['ab'], range(1, 3, 1, 3), { colors: plain, columns: 80 }), ['  > 1 | ab', '      |   ^']);
  });

  it('gives a tab the room it is shown with', () => {
    assert.deepEqual(codeFrame(['\t\tfetch()'], range(1, 3, 1, 10), { colors: plain, columns: 80 }), [
      '  > 1 |     fetch()',
      '      |     ^^^^^^^',
    ]);
  });

  it('cuts a long line so that what was found stays in sight, and the others in the same place', () => {
    const long = `${'x'.repeat(500)}FOUND${'y'.repeat(500)}`;
    const [above = '', line = '', carets = ''] = codeFrame(['short', long], range(2, 501, 2, 506), { colors: plain, columns: 60 });
    assert.equal(above, '    1 |');
    assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'FOUND');
    assert.ok(line.length <= 60, `${line.length} columns`);
  });

  it('cuts carets that would leave the terminal', () => {
    const frame = codeFrame(['x'.repeat(1000)], range(1, 1, 1, 1001), { colors: plain, columns: 60 });
    for (const line of frame) assert.ok(line.length <= 60, `${line.length} columns`);
  });
});

describe('printable', () => {
  it('lets no text steer the terminal', () => {
    assert.equal(printable('a\u001B[31mb\u202Ec\rd\u0007'), 'a·[31mb·c·d·');
  });
});

function range(startLine: number, startColumn: number, endLine: number, endColumn: number): Range {
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}
