import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradictions } from '../../src/knowledge/rules/contradictions.ts';
import { duplicateBullets } from '../../src/knowledge/rules/duplicate-bullets.ts';
import type { GardenFacts } from '../../src/knowledge/rules/fault.ts';
import { makeGraph } from './make-graph.ts';

/** What is found between a bullet of AGENTS.md and one of a page beside it. */
function judge(one: string, other: string): string[] {
  const facts: GardenFacts = {
    graph: makeGraph({ 'AGENTS.md': `- ${one}\n`, 'docs/rules.md': `- ${other}\n` }),
    read: () => undefined,
    isIgnored: () => false,
    wasThere: () => false,
    verbs: [],
    drift: new Map(),
    ageDays: () => undefined,
  };
  return [...duplicateBullets(facts), ...contradictions(facts)].map(({ rule }) => rule);
}

describe('demands', () => {
  for (const [one, other] of [
    ['Every call that leaves the process must have a deadline.', 'A call must have a timeout if it leaves the process.'],
    ['Never write secrets to the log.', 'Secrets are never written to the log.'],
    ['Keep invoices for 10 years, as the law says.', 'As the law says, keep invoices for ten years.'],
  ] as const)
    it(`that say the same: ${one}`, () => assert.deepEqual(judge(one, other), ['duplicate-bullet']));

  for (const [one, other] of [
    ['Always use default exports.', 'Never use default exports.'],
    ['Use `moment` for dates.', 'Do not use `moment` for dates.'],
    ['Indent source with tabs.', 'Indent source with spaces.'],
    ['Functions must have at most 60 lines.', 'Functions must have at most 40 lines.'],
    ['Use squash to land a branch.', 'Use rebase to land a branch.'],
  ] as const)
    it(`of which nobody can meet both: ${one}`, () => assert.deepEqual(judge(one, other), ['contradiction']));

  for (const [one, other] of [
    ['A call to the bank must end after 20 seconds.', 'A call to the geocoder must end after 5 seconds.'],
    ['Always retry a read that failed.', 'Never retry a payment that failed.'],
    ['Use `fetchJson` to call services.', 'Do not use `fetch` to call services.'],
    ['Never log the name of a customer.', 'Always log the number of an order.'],
    ['Functions must have at most 60 lines.', 'Files must have at most 300 lines.'],
    ['Every page must have an owner.', 'Every plan must have a status.'],
    ['Use tabs in Makefiles.', 'Use spaces in Python, four for each level.'],
    ['Do not commit to main.', 'Commit early, and push to your branch.'],
  ] as const)
    it(`that have nothing to do with each other: ${one}`, () => assert.deepEqual(judge(one, other), []));
});
