import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCommand } from '#guardrails/check-command.ts';
import { mayConcern } from '#guardrails/may-concern.ts';
import { cpuMs } from '../../cpu-ms.ts';
import { commandRule, forcePush } from './force-push.ts';
import { readLines } from './read-lines.ts';
import { sampleRules } from './sample-rules.ts';

const denies = (line: string) => checkCommand(sampleRules, line).hits.length > 0;

describe('lines that are denied', () => {
  for (const [topic, lines] of readLines('denied')) {
    test(`${topic}: ${lines.length}`, () =>
      assert.deepEqual(
        lines.filter((line) => !denies(line)),
        [],
      ));
  }
});

describe('lines that are not', () => {
  for (const [topic, lines] of readLines('allowed')) {
    test(`${topic}: ${lines.length}`, () => assert.deepEqual(lines.filter(denies), []));
  }
});

test('the cheap question never says no where the answer is denied', () => {
  const lines = [...readLines('denied').values()].flat();
  assert.deepEqual(
    lines.filter((line) => !mayConcern(sampleRules, line)),
    [],
  );
  assert.equal(mayConcern(sampleRules, 'ls -la src'), false);
  assert.equal(mayConcern([forcePush], 'git status'), false);
});

test('a verdict names the rule, and the command as it would run', () => {
  const told = (line: string) => checkCommand(sampleRules, line).hits.map(({ rule, command }) => `${rule.id}: ${command}`);
  assert.deepEqual(told(`bash -c "git 'push'  -f origin \\$X"; rm -rf '/a b'`), [
    'no-force-push: git push -f origin …',
    "no-rm-rf: rm -rf '/a b'",
  ]);
  assert.deepEqual(told('git push -f; git push --force'), ['no-force-push: git push -f']);
});

test('`unless` excuses where all that it says holds', () => {
  const rule = commandRule('x', { deny: [{ program: 'p', unless: { anyFlag: ['--safe', '-s'], anyArg: '^ok$' } }] });
  const denied = (line: string) => checkCommand([rule], line).hits.length > 0;
  assert.deepEqual(['p', 'p --safe', 'p ok', 'p ok -- -s'].filter(denied).length, 4);
  assert.deepEqual(['p --safe ok', 'p -vs ok'].filter(denied), []);
});

test('a line that cannot be read whole is incomplete, and denied by rules that fail closed and speak of its program', () => {
  const closed = commandRule('closed', { failClosed: true, deny: [{ program: 'git', subcommand: 'push', anyFlag: ['-f'] }] });
  const judge = (line: string) => checkCommand([closed, forcePush], line);
  const nested = `${'$('.repeat(60)}git push${')'.repeat(60)}`;
  for (const line of ["git push '", `git push ${'x'.repeat(70_000)}`, nested]) {
    const { hits, incomplete } = judge(line);
    assert.equal(incomplete, true, line.slice(0, 40));
    assert.deepEqual(
      hits.map(({ rule }) => rule.id),
      ['closed'],
      line.slice(0, 40),
    );
  }
  assert.deepEqual(judge("ls '"), { hits: [], incomplete: false });
  assert.deepEqual(judge('git push'), { hits: [], incomplete: false });
});

test('an expression that backtracks without end is given up in time', () => {
  const slow = (failClosed: boolean) => commandRule('slow', { failClosed, deny: [{ program: 'p', anyArg: '^(a+)+$' }] });
  const line = `p ${'a'.repeat(60)}! ; p ${'a'.repeat(61)}!`;
  const startMs = cpuMs();
  assert.deepEqual(checkCommand([slow(false)], line), { hits: [], incomplete: true });
  assert.equal(checkCommand([slow(true)], line).hits.length, 1);
  assert.ok(cpuMs() - startMs < 1000);
});
