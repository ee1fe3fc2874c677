import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { answerWhenAsked } from './answer-when-asked.ts';
import { assertEnded, assertFinding, shown } from './hearing.ts';
import { assign, mend, place, runs, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import type { Step } from './script.ts';
import { tackroom } from './set-up-harness.ts';
import { checkout, git, type World } from './world.ts';

/** The tools of our MCP server in the agent's hands, and `ask` from its shell. */
export const mcpScenarios: readonly Scenario[] = [
  { name: 'a check through MCP shows the model what it found, and what is left when it is mended', play: checkThroughMcp },
  { name: 'a question through MCP shows the model what a person answered', play: askThroughMcp },
  { name: 'a question from the shell, in the sandbox of the agent where it has one, waits for a person', play: askFromShell },
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

async function askFromShell(agent: Agent, world: World): Promise<void> {
  await git(world, 'config', 'user.name', 'Ada');
  const ask = runs(`${path.join(checkout, 'bin/tackroom')} ask 'Which port?' --option 80 --option 8080 --wait --timeout 60s`);
  const [outcome] = await Promise.all([agent.run(world, assign(world, [ask, say('Done.')])), answerWhenAsked(world, '2')]);
  assertEnded(world, outcome, 2);
  assert.match(shown(world, 1), /8080(?:\s|\\n)+\(Answer to \w{6}, by Ada\.\)/);
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
