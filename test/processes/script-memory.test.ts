import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withScript } from '../guardrails/script/script-repository.ts';

it('a script that eats memory is stopped, and is a fault of its guardrail', async () => {
  const text = 'export default { check() { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)); } };';
  const { faults } = await withScript(text, (own) => own.check({ 'src/a.ts': 'x' }, { timeoutMs: 30_000 }));
  assert.match(faults[0]?.message ?? '', /own\.mjs took more than 256 MB while checking src\/a\.ts, and was stopped/);
});
