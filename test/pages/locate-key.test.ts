import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { locateKey } from '#pages/locate-key.ts';

const page = `---
id: a
check:
  kind: ast
  rule:
    any:
      - pattern: a
      - { pattern: b }
---
Text.
`;

describe('locateKey', () => {
  const cases: [(string | number)[], number, number][] = [
    [['check'], 3, 1],
    [['check', 'rule', 'any'], 6, 5],
    [['check', 'rule', 'any', 0], 7, 9],
    [['check', 'rule', 'any', 1, 'pattern'], 8, 11],
    [['check', 'rule', 'all', 0], 5, 3],
    [['nothing'], 1, 1],
    [[], 1, 1],
  ];
  for (const [keys, line, column] of cases) {
    it(`finds ${keys.join('.') || 'the page'}`, () => assert.deepEqual(locateKey(page, keys), { line, column }));
  }

  it('counts lines of Windows and a byte order mark as an editor does', () => {
    assert.deepEqual(locateKey(`\uFEFF${page.replaceAll('\n', '\r\n')}`, ['check', 'rule', 'any', 0]), { line: 7, column: 9 });
  });

  it('is the start of a page that cannot be read', () => {
    for (const text of ['', 'text', '---\nid: a', '---\n"\n---\n', '---\na: *a\n---\n']) {
      assert.deepEqual(locateKey(text, ['id']), { line: 1, column: 1 });
    }
  });
});
