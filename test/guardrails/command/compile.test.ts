import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandCompiler } from '#guardrails/command/compile.ts';
import type { CommandCheck, Deny } from '#kernel/records/guardrail.ts';

const check = (...deny: Deny[]): CommandCheck => ({ kind: 'command', deny });
const places = (...deny: Deny[]) => commandCompiler.problems(check(...deny)).map(({ at }) => at.join('.'));

test('a sound check has no problems', () => {
  const sound: Deny[] = [
    { program: 'git', subcommand: 'remote set-url', anyFlag: ['-f', '--force', '--mode=x', '-delete'], anyArg: '^(?:[^/]+/)+main$' },
    { program: 'g++', unless: { anyFlag: ['--dry-run'] } },
    { program: 'curl', anyArg: '^http://', unless: { anyArg: 'localhost' } },
  ];
  assert.deepEqual(commandCompiler.problems(check(...sound)), []);
});

test('each problem says where it is and what to do', () => {
  assert.deepEqual(places({ program: 'git push' }, { program: '/bin/rm' }), ['deny.0.program', 'deny.1.program']);
  for (const subcommand of [' push', 'push ', 'remote  add', '-f', 'push -f'])
    assert.deepEqual(places({ program: 'git', subcommand }), ['deny.0.subcommand'], subcommand);
  for (const flag of ['force', '-', '--', '---x', '-f x', '=', '+x'])
    assert.deepEqual(places({ program: 'p', anyFlag: ['-a', flag] }), ['deny.0.anyFlag.1'], flag);
  assert.deepEqual(places({ program: 'p', anyArg: '(' }), ['deny.0.anyArg']);
  assert.deepEqual(places({ program: 'p', unless: {} }), ['deny.0.unless']);
  assert.deepEqual(places({ program: 'p', unless: { anyFlag: ['x'], anyArg: '[' } }), ['deny.0.unless.anyFlag.0', 'deny.0.unless.anyArg']);
  assert.ok(
    commandCompiler
      .problems(check({ program: 'a b', subcommand: ' ', anyFlag: ['x'], anyArg: '(', unless: {} }))
      .every(({ message, fix }) => message && fix),
  );
});

test('an expression that backtracks without end is a problem', () => {
  assert.deepEqual(places({ program: 'p', anyArg: '^(a+)+$' }), ['deny.0.anyArg']);
  assert.deepEqual(places({ program: 'p', anyArg: '^(\\w+\\s?)*$' }), ['deny.0.anyArg']);
});

test('the programs are the literals', () => {
  assert.deepEqual(commandCompiler.literals(check({ program: 'git' }, { program: 'npm' }, { program: 'git', subcommand: 'x' })), [
    ['git', 'npm'],
  ]);
});

test('every entry, condition and excuse has a mutant without it', () => {
  const mutants = commandCompiler.mutants(
    check(
      { program: 'git', subcommand: 'push', anyFlag: ['-f', '--force'], anyArg: 'a|b', unless: { anyFlag: ['-n'], anyArg: 'x' } },
      { program: 'rm', anyFlag: ['-rf'] },
    ),
  );
  const deny = (part: string) => mutants.find((mutant) => mutant.part === part)?.check;
  assert.deepEqual(
    mutants.map(({ part }) => part),
    [
      'deny[0]',
      'deny[0].subcommand push',
      'deny[0].anyFlag -f',
      'deny[0].anyFlag --force',
      'deny[0].anyArg',
      'deny[0].anyArg: a',
      'deny[0].anyArg: b',
      'deny[0].unless',
      'deny[0].unless.anyFlag -n',
      'deny[0].unless.anyArg',
      'deny[1]',
      'deny[1].anyFlag -rf',
    ],
  );
  assert.deepEqual(deny('deny[1].anyFlag -rf'), {
    kind: 'command',
    deny: [mutants[10]?.check.kind === 'command' ? mutants[10].check.deny[0] : undefined, { program: 'rm' }],
  });
  const first = deny('deny[0].anyFlag -f');
  assert.ok(first?.kind === 'command');
  assert.deepEqual(first.deny[0], {
    program: 'git',
    subcommand: 'push',
    anyFlag: ['--force'],
    anyArg: 'a|b',
    unless: { anyFlag: ['-n'], anyArg: 'x' },
  });
});
