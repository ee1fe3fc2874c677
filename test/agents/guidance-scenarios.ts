import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { assertEnded, assertTold, shown, sinceSummary } from './hearing.ts';
import { assign, client, runs, say } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import { commit, type World } from './world.ts';

/** What a person wrote down and no program checks reaches the model at the moment it bears on the work. */
export const guidanceScenarios: readonly Scenario[] = [
  { name: 'a task, an edit and a command each bring what bears on them, once', play: hearGuidance },
  { name: 'guidance is said again after compaction, and only then', play: hearGuidanceAgain },
];

const persona = `---
name: reliability
files: ["src/**"]
when: Calls that leave the process.
signs:
  retries: ['for \\(.*attempt']
---
You were called at night.

- [retries] What is tried again is tried a bounded number of times.
`;

const decision = `---
signs:
  - asked: 'refund'
---
# 1. Refunds go through the ledger

Status: accepted
`;

const runbook = `---
title: Read the build log
signs:
  - run: 'echo build-log'
---
Look at its end first.
`;

const bullet = 'What is tried again is tried a bounded number of times. [reliability/retries]';
const looped = 'export const pay = () => {\n  for (let attempt = 0; attempt < 3; attempt++) {}\n};\n';

async function addPages(world: World): Promise<void> {
  const pages = {
    'harness/personas/reliability.md': persona,
    'docs/decisions/0001-refunds.md': decision,
    'harness/runbooks/build-log.md': runbook,
  };
  for (const [name, text] of Object.entries(pages)) {
    fs.mkdirSync(path.dirname(path.join(world.root, name)), { recursive: true });
    fs.writeFileSync(path.join(world.root, name), text);
  }
  await commit(world, 'Pages');
}

async function hearGuidance(agent: Agent, world: World): Promise<void> {
  await addPages(world);
  const writes = { do: 'write' as const, path: client(world.root), text: looped };
  const again = { do: 'write' as const, path: client(world.root), text: `${looped}export const answer = 1;\n` };
  const looks = runs('echo build-log');
  const outcome = await agent.run(world, assign(world, [writes, looks, again, say('Done.')], 'Pay the refund of an order.'));
  assertEnded(world, outcome, 4);
  assertTold(world, { at: 0 }, 'Read docs/decisions/0001-refunds.md (Refunds go through the ledger)');
  assertTold(world, { after: writes }, bullet);
  assertTold(world, { after: looks }, 'Read harness/runbooks/build-log.md (Read the build log)');
  assert.ok(!shown(world, 3).includes(bullet), 'it stands in the context window already');
}

async function hearGuidanceAgain(agent: Agent, world: World): Promise<void> {
  await addPages(world);
  const writes = { do: 'write' as const, path: client(world.root), text: looped };
  const first = assign(world, [writes, say('Half done.')], 'Write it.');
  const second = assign(world, [runs('echo on'), say('Done.')], 'Now finish it.');
  const conversation = await agent.converse(world);
  try {
    await conversation.prompt(first);
    await conversation.compact();
    await conversation.prompt(second);
  } finally {
    await conversation.end();
  }
  assert.equal(world.model.steps.length, 4, 'requests for a step');
  assertTold(world, { after: writes }, bullet);
  const since = sinceSummary(world, 2);
  assert.ok(since.includes(bullet), `not said again after the compaction: ${since}`);
  assert.equal(since.split(bullet).length, 2, 'once');
  assert.ok(!shown(world, 3).includes(bullet), 'and not once more');
}
