import fs from 'node:fs';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { assertEnded, assertFinding, assertSilent, shown } from './hearing.ts';
import { assign, badLine, goodLine, place, runs, say } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import { assertServed } from './served.ts';
import { checkout, git, type World } from './world.ts';

/** Where else than at the top of a clone an agent works. */
export const placeScenarios: readonly Scenario[] = [
  { name: 'a command in a subfolder is served', play: moveToSubfolder },
  { name: 'a session in a second worktree is served by the per-user install', play: inSecondWorktree },
];

/** Claude Code stays in the folder that a command changed to; Codex comes back for each command. */
async function moveToSubfolder(agent: Agent, world: World): Promise<void> {
  const writes = (line: string) => runs(`cd '${world.root}/src' && printf '%s\\n' '${line}' > client.ts`);
  const outcome = await agent.run(world, assign(world, [writes(badLine), runs('pwd'), writes(goodLine), say('Done.')]));
  assertEnded(world, outcome, 4);
  assertFinding(shown(world, 1), place);
  assertSilent(shown(world, 2));
  assertSilent(shown(world, 3));
}

async function inSecondWorktree(agent: Agent, world: World): Promise<void> {
  const root = path.join(world.folder, 'second');
  await git(world, 'worktree', 'add', '-q', '-b', 'second', root);
  const installs = path.join(world.home, '.local/share/tackroom/node_modules');
  fs.mkdirSync(installs, { recursive: true });
  fs.symlinkSync(checkout, path.join(installs, 'tackroom'));
  await agent.prepare(world, [world.root, root]);
  await assertServed(agent, world, { root, cwd: root });
}
