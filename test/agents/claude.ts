import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Agent, Conversation } from './agent.ts';
import { run, type World } from './world.ts';

/** The native binary itself: it needs no Node and no install script. */
export const claudeBinary = path.join(
  import.meta.dirname,
  `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}/claude`,
);

/** Claude Code, headless. A conversation is a series of runs that resume one session. */
export const claude: Agent = {
  name: 'claude',
  prepare: async () => {},
  allowMcp: (world) => {
    const settings = { enabledMcpjsonServers: ['tackroom'], permissions: { allow: ['mcp__tackroom'] } };
    fs.writeFileSync(path.join(world.root, '.claude/settings.local.json'), JSON.stringify(settings));
  },
  run: (world, task, options) => print(world, [task.prompt], options),
  converse: async (world) => converse(world),
};

function converse(world: World): Conversation {
  const session = randomUUID();
  let started = false;
  const go = async (prompt: string) => {
    const outcome = await print(world, [prompt, started ? '--resume' : '--session-id', session]);
    if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(`claude ended with ${JSON.stringify(outcome)}`);
    started = true;
  };
  return { prompt: (task) => go(task.prompt), compact: () => go('/compact'), end: async () => {} };
}

function print(world: World, args: readonly string[], options: { cwd?: string } = {}) {
  const command = [
    claudeBinary,
    '-p',
    ...args,
    '--output-format',
    'stream-json',
    '--verbose',
    '--permission-mode',
    'acceptEdits',
    '--allowedTools',
    'Bash',
  ];
  return run(world, command, { ...options, env: environment(world) });
}

function environment(world: World): Record<string, string> {
  return {
    ANTHROPIC_BASE_URL: world.model.url,
    ANTHROPIC_API_KEY: 'dummy',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_BUG_COMMAND: '1',
    DISABLE_ERROR_REPORTING: '1',
    DISABLE_TELEMETRY: '1',
  };
}
