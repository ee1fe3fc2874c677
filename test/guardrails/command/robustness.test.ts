import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCommand } from '#guardrails/check-command.ts';
import { listCommands } from '#guardrails/command/list-commands.ts';
import { matchDeny } from '#guardrails/command/match-deny.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import { mayConcern } from '#guardrails/may-concern.ts';
import { cpuMs } from '../../cpu-ms.ts';
import { commandRule, forcePush } from './force-push.ts';
import { generatedLine } from './generated-lines.ts';
import { sampleRules } from './sample-rules.ts';

/** What an agent would feel as a hang. Without its limits the interpreter would need hours for these lines. */
const hangMs = 2000;

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
    '$A',
    '${',
    'A[@]}',
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
const shellish = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const anyLine = fc.oneof(shellish, fc.string({ unit: 'binary', maxLength: 80 }), generatedLine);

test('no line makes it throw, or takes it long', () => {
  let slowestMs = 0;
  fc.assert(
    fc.property(anyLine, (line) => {
      const startMs = cpuMs();
      checkCommand(sampleRules, line);
      slowestMs = Math.max(slowestMs, cpuMs() - startMs);
    }),
    { numRuns: 10_000 },
  );
  assert.ok(slowestMs < hangMs, `one line took ${slowestMs} ms`);
  fc.assert(
    fc.property(anyLine, (line) => typeof isReadOnly(line) === 'boolean'),
    { numRuns: 1000 },
  );
});

test('where the cheap question says no, no command of the line is one that is denied', () => {
  const deny = [{ program: 'git', subcommand: 'push' }, { program: 'sh' }, { program: 'a' }];
  const rule = commandRule('many', { deny });
  fc.assert(
    fc.property(
      anyLine,
      (line) =>
        mayConcern([rule], line) ||
        !listCommands(line).commands.some(({ words }) => deny.some((entry) => matchDeny(entry, words, () => true))),
    ),
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
      const startMs = cpuMs();
      checkCommand([forcePush], line.slice(0, 65_536));
      assert.ok(cpuMs() - startMs < hangMs, `${unit} took ${cpuMs() - startMs} ms`);
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
    const startMs = cpuMs();
    checkCommand([forcePush], `${line}; git status`);
    assert.ok(cpuMs() - startMs < hangMs, `${line.slice(0, 30)} took ${cpuMs() - startMs} ms`);
  }
});
