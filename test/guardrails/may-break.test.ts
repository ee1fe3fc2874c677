import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { candidates } from '#guardrails/may-break.ts';
import { makePage } from './make-page.ts';

test('an edit wakes no rule that judges commands or reports', () => {
  const pages = [
    makePage('covered', { kind: 'coverage', report: 'lcov.info', format: 'lcov', lines: 80 }),
    makePage('linted', { kind: 'tool', run: ['lint'], output: 'sarif' }),
    makePage('pushed', { kind: 'command', deny: [{ program: 'git' }] }),
    makePage('logged', { kind: 'stack', concern: 'logging', allowed: ['pino'], known: ['winston'] }),
    makePage('short', { kind: 'structure', name: 'x' }),
  ];
  const { compiled } = compileRules(pages, { engine: '', pagesHash: '' });
  const ids = candidates(compiled.rules, 'src/a.ts', "import 'winston';").map(({ id }) => id);
  assert.deepEqual(ids, ['logged', 'short']);
});
