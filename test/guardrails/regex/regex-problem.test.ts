import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { commandCompiler } from '#guardrails/command/compile.ts';
import { regexProblem } from '#guardrails/regex/regex-problem.ts';
import { textCompiler } from '#guardrails/text/text-compiler.ts';

suite('what is wrong with a regular expression', () => {
  const cases: [source: string, flags: string, message: RegExp, fix?: RegExp][] = [
    ['FIX(ME', '', /the `\(` at character 4 is never closed\.$/, /`\\\(`/],
    ['(a)[(](b', '', /the `\(` at character 7/],
    ['a\\([b', '', /the `\[` at character 4/],
    ['[a[b]', 'v', /the `\[` at character 1/],
    ['ab)c', '', /the `\)` at character 3 closes nothing/, /`\\\)`/],
    ['ab|*.ts', '', /the `\*` at character 4 has nothing to repeat/, /`\\\*`/],
    ['a+b++', '', /the `\+` at character 5 has nothing to repeat/],
    ['abc\\', '', /ends with a single backslash/],
    ['x[z-a]', '', /range out of order in character class at character 5/],
    ['a(?i)b', '', /invalid group at character/, /flags: i/],
    ['(?P<year>\\d+)', '', /invalid group/, /without the P/],
    ['a{3,1}', '', /numbers out of order/],
    ['a(?i:b)', '', /`\(\?i:`, which Node 20 does not know/, /\[aA\]/],
    ['(?<=a)(?s-i:b)', '', /`\(\?s-i:`/],
    ['a: /b/g(', '', /at character 8/],
  ];
  for (const [source, flags, message, fix] of cases) {
    test(`${source} ${flags}`, () => {
      const problem = regexProblem(source, flags);
      assert.match(problem?.message ?? '', message);
      assert.match(problem?.fix ?? '', fix ?? /^/);
    });
  }

  test('nothing where it is sound', () => assert.equal(regexProblem('a(b)[(]', 'u'), undefined));

  test('is told with the name of its key', () => {
    const [text] = textCompiler.problems({ kind: 'text', pattern: '(' });
    assert.deepEqual([text?.at, text?.message.startsWith('`pattern` is no')], [['pattern'], true]);
    const [command] = commandCompiler.problems({ kind: 'command', deny: [{ program: 'p', anyArg: '(' }] });
    assert.deepEqual([command?.at, command?.message.startsWith('`anyArg` is no')], [['deny', 0, 'anyArg'], true]);
  });

  for (const flags of ['uv', 'ii']) {
    test(`flags ${flags} are a mistake of the flags`, () => {
      assert.deepEqual(
        textCompiler.problems({ kind: 'text', pattern: 'a', flags }).map(({ at }) => at),
        [['flags']],
      );
    });
  }
});
