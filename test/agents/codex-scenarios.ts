import assert from 'node:assert/strict';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { writeCodexHome } from './codex-home.ts';
import { trustHooks } from './codex-trust.ts';
import { assertEnded, assertSilent, shown, spooled } from './hearing.ts';
import { assign, runs, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import { assertServed } from './served.ts';
import { tackroom } from './set-up-harness.ts';
import { checkout, git, run, type World } from './world.ts';

/** Codex reads hooks from the top of the worktree, and passes in silence over those that nobody approved in `/hooks`. */
export const codexScenarios: readonly Scenario[] = [
  { name: 'a session started in a subfolder is served', play: inSubfolder },
  { name: 'untrusted hooks do not run, and doctor and check say so', play: untrusted },
  { name: 'hooks trusted in one worktree are not trusted in another, and doctor says so', play: untrustedElsewhere },
];

function inSubfolder(agent: Agent, world: World): Promise<void> {
  return assertServed(agent, world, { root: world.root, cwd: path.join(world.root, 'src') });
}

async function untrusted(agent: Agent, world: World): Promise<void> {
  await writeCodexHome(world, { model: 'scripted', projects: [world.root] });
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), runs('echo unheard'), say('Done.')]));
  assertEnded(world, outcome, 3);
  assertSilent(shown(world, 1));
  assert.deepEqual(spooled(world), []);
  assert.match(await complain(world, 'doctor'), /\/hooks/);
  assert.match(await complain(world, 'check'), /\/hooks/);
  await trustHooks(world, [world.root]);
  assert.match((await tackroom(world, 'doctor')).stdout, /every hook is approved/);
  await agent.run(world, assign(world, [say('Heard.')], 'Say that you hear.'));
  const doctor = await tackroom(world, 'doctor');
  assert.doesNotMatch(doctor.stdout, /\/hooks/);
}

async function untrustedElsewhere(_agent: Agent, world: World): Promise<void> {
  const first = await tackroom(world, 'doctor');
  assert.doesNotMatch(first.stdout, /\/hooks/);
  const second = path.join(world.folder, 'second');
  await git(world, 'worktree', 'add', '-q', '-b', 'second', second);
  const there = await run(world, [path.join(checkout, 'bin/tackroom'), 'doctor'], { cwd: second });
  assert.match(there.stdout, /\/hooks/);
}

/** What a command says that must not end well. */
async function complain(world: World, command: string): Promise<string> {
  const outcome = await tackroom(world, command);
  assert.equal(outcome.kind === 'exited' && outcome.code, 1, outcome.stdout + outcome.stderr);
  return outcome.stdout + outcome.stderr;
}
