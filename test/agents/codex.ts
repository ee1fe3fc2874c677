import * as z from 'zod';
import type { Agent, Conversation } from './agent.ts';
import { CodexAppServer } from './codex-app-server.ts';
import { addMcpServer, type CodexModel, codexBinary, codexEnvironment, writeCodexHome } from './codex-home.ts';
import { trustHooks } from './codex-trust.ts';
import { run, type World } from './world.ts';

const threadSchema = z.object({ thread: z.object({ id: z.string() }) });

/** Codex with a model that is given tools. */
export const codex: Agent = drive('codex', 'scripted');

/** Codex with a model that calls tools from JavaScript, as most of its models do. */
export const codexCodeMode: Agent = drive('codex in code mode', 'scripted-code-mode');

/** Headless: single runs by `codex exec`, conversations by the app-server. */
function drive(name: string, model: CodexModel): Agent {
  return {
    name,
    prepare: async (world, projects) => {
      await writeCodexHome(world, { model, projects });
      await trustHooks(world, projects);
    },
    allowMcp: addMcpServer,
    run: (world, task, options = {}) =>
      run(world, [codexBinary, 'exec', '--json', task.prompt], { ...options, env: codexEnvironment(world) }),
    converse,
  };
}

async function converse(world: World): Promise<Conversation> {
  const server = await CodexAppServer.start(world);
  const { thread } = threadSchema.parse(await server.request('thread/start', { cwd: world.root }));
  const threadId = thread.id;
  return {
    prompt: (task) => server.requestUntil('turn/completed', 'turn/start', { threadId, input: [{ type: 'text', text: task.prompt }] }),
    compact: () => server.requestUntil('turn/completed', 'thread/compact/start', { threadId }),
    end: () => server.close(),
  };
}
