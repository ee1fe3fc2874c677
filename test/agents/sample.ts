import path from 'node:path';
import type { Step } from './script.ts';
import type { World } from './world.ts';

const head = 'export const get = (url: string) => ';

/** A line that breaks `fetch-deadline`, the same line mended, and where the breach is. */
export const badLine = `${head}fetch(url);`;
export const goodLine = `${head}fetch(url, { signal: AbortSignal.timeout(10_000) });`;
export const place = `src/client.ts:1:${head.length + 1}`;

export function client(root: string): string {
  return path.join(root, 'src/client.ts');
}

export function writeBad(root: string): Step {
  return { do: 'write', path: client(root), text: `${badLine}\n` };
}

export function mend(root: string): Step {
  return { do: 'edit', path: client(root), from: badLine, to: goodLine };
}

export function spoil(root: string): Step {
  return { do: 'edit', path: client(root), from: goodLine, to: badLine };
}

export function say(text: string): Step {
  return { do: 'say', text };
}

export function runs(command: string): Step {
  return { do: 'run', command };
}

/** Gives the model one task and answers it. */
export function assign(world: World, steps: readonly Step[], prompt = 'Write a client for the service.') {
  const task = { prompt, steps };
  world.model.tasks = [...world.model.tasks, task];
  return task;
}
