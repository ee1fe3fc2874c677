import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseYaml } from '#pages/front-matter/parse-yaml.ts';

const data = (text: string) => parseYaml(text, 2).source?.data;
const said = (text: string) => parseYaml(text, 2).mistakes.map(({ line, column, message, fix }) => [line, column, message, fix]);

describe('a colon in text without quotes', () => {
  const read: [yaml: string, data: unknown][] = [
    ['fix: f($A, { b: 1 })\nowner: a\n', { fix: 'f($A, { b: 1 })', owner: 'a' }],
    ['title: Money: whole cents\n', { title: 'Money: whole cents' }],
    ["title: Don't: it's late\n", { title: "Don't: it's late" }],
    ['title: a: b: c\n', { title: 'a: b: c' }],
    ['check:\n  rule:\n    any:\n      - pattern: f({ a: $A })\n  fix: g({ a: $A })  \n', nested('f({ a: $A })', 'g({ a: $A })')],
  ];
  for (const [yaml, expected] of read) it(`is read: ${JSON.stringify(yaml)}`, () => assert.deepEqual(data(yaml), expected));

  const refused = [
    'pattern: context: a\n',
    'fix: a: b\n',
    'fix: f({ a: 1 }) # soon\n',
    'fix: f({ a: 1,\n  b: 2 })\n',
    'owner: a: b\n',
    'title: "a": b\n',
    'title: [a: b\n',
    'title: a\n  b: c\n',
    'fix: f({ a: 1 })\nfix: f({ a: 2 })\n',
    'fix: f({ a: 1 })\nowner: a: b\n',
  ];
  for (const yaml of refused) it(`is a mistake: ${JSON.stringify(yaml)}`, () => assert.notDeepEqual(said(yaml), []));

  it('keeps the places of keys and values', () => {
    const { source } = parseYaml("id: a\nfix: f('x', { a: 1 })\nowner: b\n", 2);
    assert.deepEqual(source?.place(['fix'], 'value'), { line: 3, column: 6 });
    assert.deepEqual(source?.place(['owner']), { line: 4, column: 1 });
  });

  it('gives the text as it is written, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ':', ': ', "'", '"', '#', '{', ',', '\\', '-') }), (text) => {
        const value = data(`title: ${text}\nowner: a\n`);
        const quotable = !/^\s*['"[{|>&*!%@`#-]|\s#/.test(text) && text.includes(': ');
        if (quotable && value !== undefined) assert.deepEqual(value, { title: text.trim(), owner: 'a' });
      }),
    );
  });
});

describe('one slip in YAML', () => {
  const cases: [yaml: string, line: number, message: RegExp, fix?: RegExp][] = [
    ['id: a\n  b: 2\nc: 3\n', 2, /indented under a key that already has a value/],
    ['- a\nb: 1\n', 3, /not valid YAML/],
    ['owner: x: y: z\n', 2, /between quotes/, /owner: 'x: y: z'/],
    ['rule:\n  pattern: |\n   x\n  y\n z\n', 5, /map values/],
    ['id:a\nb: 1\n', 2, /needs a colon and a space/],
    ['title: @foo\n', 2, /begins with this sign/, /title: '@foo'/],
    ['pattern: "\\d+"\n', 2, /backslash/, /single quotes/],
  ];
  for (const [yaml, line, message, fix] of cases) {
    it(`is told once: ${JSON.stringify(yaml)}`, () => {
      const { mistakes } = parseYaml(yaml, 2);
      assert.equal(mistakes.length, 1);
      assert.equal(mistakes[0]?.line, line);
      assert.match(mistakes[0].message, message);
      if (fix !== undefined) assert.match(mistakes[0].fix ?? '', fix);
    });
  }

  it('does not hide another', () => {
    assert.deepEqual(
      parseYaml('owner: a: b\nid: x\n\tc: d\nid: y\n', 2).mistakes.map(({ line }) => line),
      [2, 4, 5],
    );
  });
});

function nested(pattern: string, fix: string): unknown {
  return { check: { rule: { any: [{ pattern }] }, fix } };
}
