import type { Outcome } from '../../src/platform/process/run-process.ts';
import type { Task } from './script.ts';
import type { World } from './world.ts';

/** A conversation that outlives a single run of the agent. */
export interface Conversation {
  prompt(task: Task): Promise<void>;
  compact(): Promise<void>;
  end(): Promise<void>;
}

/** A vendor's command line as the scenarios use it. */
export interface Agent {
  name: string;
  /** Makes the agent's home. The person's part, trusting the hooks of these folders, is done as a person would do it. */
  prepare(world: World, folders: readonly string[]): Promise<void>;
  /** Lets it use the MCP server of the repository, as a person does. */
  allowMcp(world: World): void;
  /** One headless run: prompt in, work, end. */
  run(world: World, task: Task, options?: { cwd?: string }): Promise<Outcome>;
  converse(world: World): Promise<Conversation>;
}
