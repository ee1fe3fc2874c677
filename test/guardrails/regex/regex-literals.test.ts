import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { regexLiterals } from '#guardrails/regex/regex-literals.ts';
import { PlatformError } from '#platform/errors.ts';
import { runLimited } from '#platform/process/run-limited.ts';

suite('literals of a regular expression', () => {
  const cases: [source: string, literals: string[][]][] = [
    ['TODO', [['TODO']]],
    ['^foo|bar$', [['foo', 'bar']]],
    ['https?:', [['http']]],
    ['ab+c', []],
    ['abc+de', [['ab'], ['de']]],
    ['(?:foo|x)', []],
    ['(?:foo|bar)\\.baz\\(', [['.baz('], ['foo', 'bar']]],
    ['console\\.(log|warn)', [['console.'], ['log', 'warn']]],
    ['(?:foo)bar', [['foobar']]],
    ['foo\\b(?=bar)baz', [['foobaz']]],
    ['(?:never)?here', [['here']]],
    ['a{2}bc', [['aa'], ['bc']]],
    ['(foo){2,3}', [['foofoo']]],
    ['\\u0066oo', [['oo']]],
    ['line\\nbreak', []],
    ['[ab]foo[c]', [['foo']]],
    ['.*', []],
    ['(', []],
  ];
  for (const [source, literals] of cases) test(`/${source}/`, () => assert.deepEqual(regexLiterals(source, 'javascript'), literals));

  test('case-insensitive expressions have none', () => {
    assert.deepEqual(regexLiterals('foo', 'javascript', 'i'), []);
    assert.deepEqual(regexLiterals('(?i)foo', 'rust'), []);
    assert.deepEqual(regexLiterals('(?i:foo)', 'rust'), []);
  });

  test('a text that matches contains them', () => {
    const letters = fc.stringMatching(/^[ab.c]{0,12}$/);
    let compared = 0;
    fc.assert(
      fc.property(regexSource, fc.array(letters, { minLength: 20, maxLength: 20 }), (source, texts) => {
        const literals = regexLiterals(source, 'javascript');
        for (const text of matching(source, texts)) {
          compared += 1;
          for (const group of literals)
            assert.ok(
              group.some((literal) => text.includes(literal)),
              `/${source}/ matches "${text}" without ${group}`,
            );
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(compared > 400, `${compared} texts matched`);
  });
});

/** Nothing where V8 takes too long: one in a thousand of these expressions would keep it busy for hours. */
function matching(source: string, texts: readonly string[]): string[] {
  const regex = new RegExp(source);
  try {
    return runLimited(() => texts.filter((text) => regex.test(text)), { limitMs: 200, what: source });
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'pattern-too-slow') return [];
    throw error;
  }
}

/** Expressions over a small alphabet, so that many of them match. */
const { source: regexSource } = fc.letrec<{ source: string; part: string; atom: string }>((tie) => ({
  source: fc
    .array(fc.array(tie('part'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 })
    .map((options) => options.map((parts) => parts.join('')).join('|')),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '+?'))
    .map(([atom, repeat]) => (/^[\^$]|^\\b|^\(\?[=!<]/.test(atom) ? atom : atom + repeat)),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', 'ab', 'bc', '\\.', '.', '[ab]', '[^a]', '\\w', '\\x61', '^', '$', '\\b'),
    tie('source').map((source) => `(?:${source})`),
    tie('source').map((source) => `(${source})`),
    tie('source').map((source) => `(?=${source})`),
    tie('source').map((source) => `(?!${source})`),
  ),
}));
