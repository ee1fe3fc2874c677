import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCommand } from '#guardrails/check-command.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import { mayConcern } from '#guardrails/may-concern.ts';
import { commandRule, forcePush } from './force-push.ts';
import { generatedLine } from './generated-lines.ts';
import { sampleRules } from './sample-rules.ts';

const pieces = [
  ...'abgit01 \t\n\r\\\'"`$(){}[]<>|&;#!*?=+-~^%@:,./',
  ...['git', 'push', ' -f ', '$(', '${', '$((', '((', '<<', '<<EOF\n', '\nEOF\n', '<(', "$'", '&&', '||', ';;', '[[', ']]', '{a,', '}'],
  ...[
    'if ',
    ' then ',
    ' fi ',
    'for x in ',
    ' do ',
    ' done ',
    'case x in ',
    ' esac ',
    'f() ',
    'function ',
    'X=',
    '$X',
    '"$@"',
    'A=(',
    '${A[@]}',
    '${X:-',
  ],
  ...[
    'eval ',
    'bash -c ',
    'echo ',
    ' | sh',
    'xargs ',
    'env -S',
    'find . -exec ',
    ' \\;',
    'trap ',
    'printf ',
    'alias a=',
    'sudo ',
    '\0',
    '\u{1f600}',
    '\ud800',
  ],
];
const shellish = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const anyLine = fc.oneof(shellish, fc.string({ unit: 'binary', maxLength: 80 }), generatedLine);

test('no line makes it throw, or takes it long', () => {
  let slowestMs = 0;
  fc.assert(
    fc.property(anyLine, (line) => {
      const startMs = performance.now();
      checkCommand(sampleRules, line);
      isReadOnly(line);
      slowestMs = Math.max(slowestMs, performance.now() - startMs);
    }),
    { numRuns: 10_000 },
  );
  assert.ok(slowestMs < 250, `one line took ${slowestMs} ms`);
});

test('where the cheap question says no, nothing is denied', () => {
  const everyGit = commandRule('every-git', { deny: [{ program: 'git', subcommand: 'push' }, { program: 'sh' }] });
  // The question is answered for a rule before its line is parsed, so that the rest of the line is judged for another.
  fc.assert(
    fc.property(anyLine, (line) => {
      const hidden = checkCommand([everyGit], `${line}\n$X`).hits.some(({ command }) => !line.includes(command));
      return mayConcern([everyGit], line) || !hidden;
    }),
    { numRuns: 3000 },
  );
});

test('the cost of a line grows with its length alone', () => {
  const units = [
    '$(',
    '((',
    '(',
    '{a,b}',
    '{',
    '${X:-',
    '`',
    '"',
    "'",
    "$'",
    'a=',
    '$X',
    '<<E\n',
    '&& ',
    'if ',
    'case x in a) ',
    '<(',
    'f() { ',
    '[[ ',
    'echo $((1',
    'X=$X$X;',
    'eval ',
  ];
  for (const unit of units) {
    for (const line of [unit.repeat(60_000 / unit.length), `X=aa;${unit.repeat(60_000 / unit.length)} git push -f`]) {
      const startMs = performance.now();
      checkCommand([forcePush], line.slice(0, 65_536));
      assert.ok(performance.now() - startMs < 500, `${unit} took ${performance.now() - startMs} ms`);
    }
  }
});

test('what multiplies itself is cut short', () => {
  const functions = `${Array.from({ length: 40 }, (_, at) => `f${at}() { f${at + 1}; f${at + 1}; }`).join('; ')}; f0`;
  const doubled = `X=aaaaaaaa; ${'X=$X$X; '.repeat(60)} echo $X`;
  const evaluated = `X='eval "$X"; eval "$X"'; eval "$X"`;
  const branches = `${Array.from({ length: 30 }, (_, at) => `true && V${at}=a || V${at}=b`).join('; ')}; echo ${Array.from({ length: 30 }, (_, at) => `$V${at}`).join(' ')}`;
  for (const line of [
    functions,
    doubled,
    evaluated,
    branches,
    `echo ${'{a,b}'.repeat(40)}`,
    'f() { f | f & }; f',
    `echo ${'{1..9999}'.repeat(3)}`,
  ]) {
    const startMs = performance.now();
    checkCommand([forcePush], `${line}; git status`);
    assert.ok(performance.now() - startMs < 500, `${line.slice(0, 30)} took ${performance.now() - startMs} ms`);
  }
});
