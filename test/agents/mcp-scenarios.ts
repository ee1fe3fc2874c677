import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { questionListSchema } from '../../src/kernel/records/question-list.ts';
import type { Agent } from './agent.ts';
import { assertEnded, assertFinding, shown } from './hearing.ts';
import { assign, mend, place, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import type { Step } from './script.ts';
import { tackroom } from './set-up-harness.ts';
import { checkout, git, type World } from './world.ts';

/** The tools of our MCP server, in the agent's hands. */
export const mcpScenarios: readonly Scenario[] = [
  { name: 'a check through MCP shows the model what it found, and what is left when it is mended', play: checkThroughMcp },
  { name: 'a question through MCP shows the model what a person answered', play: askThroughMcp },
];

async function checkThroughMcp(agent: Agent, world: World): Promise<void> {
  await giveServer(agent, world);
  const check = calls('check', { paths: ['src'] });
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), check, mend(world.root), check, say('Done.')]));
  assertEnded(world, outcome, 5);
  assertFinding(shown(world, 2), place);
  assert.match(shown(world, 4), /Tackroom: no findings in \d+ files?/);
}

async function askThroughMcp(agent: Agent, world: World): Promise<void> {
  await giveServer(agent, world);
  await git(world, 'config', 'user.name', 'Ada');
  const ask = calls('ask', { question: 'Which port?', options: ['80', '8080'], wait: 50 });
  const [outcome] = await Promise.all([agent.run(world, assign(world, [ask, say('Done.')])), answerWhenAsked(world, '2')]);
  assertEnded(world, outcome, 2);
  const heard = shown(world, 1);
  assert.ok(heard.includes('8080') && heard.includes('Ada'), heard);
}

function calls(tool: string, input: Record<string, unknown>): Step {
  return { do: 'call', tool, input };
}

/** As a person does it; `npx` finds us as it does in a repository that lists us. */
async function giveServer(agent: Agent, world: World): Promise<void> {
  const bin = path.join(world.root, 'node_modules/.bin');
  fs.mkdirSync(bin, { recursive: true });
  fs.symlinkSync(path.join(checkout, 'bin/tackroom'), path.join(bin, 'tackroom'));
  fs.writeFileSync(path.join(world.home, '.npmrc'), 'update-notifier=false\n');
  const outcome = await tackroom(world, 'init', '--mcp', '--guardrails', 'none', '--yes');
  assert.equal(outcome.kind === 'exited' && outcome.code, 0, outcome.stdout + outcome.stderr);
  agent.allowMcp(world);
}

async function answerWhenAsked(world: World, option: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++, await wait(300)) {
    const listed = await tackroom(world, 'answer', '--format', 'json');
    const [question] = questionListSchema.parse(JSON.parse(listed.stdout)).questions;
    if (question === undefined) continue;
    await tackroom(world, 'answer', question.id, '--option', option);
    return;
  }
  assert.fail('nothing was asked');
}
