import type { HookEvent } from '#kernel/records/hook.ts';
import type { AgentWiring } from './hook-wire.ts';

/** What Tackroom knows of one agent, besides how it is spoken with at its hooks (`agent-speech.ts`). */
export interface AgentAdapter {
  wiring: AgentWiring;
  /** Version that what is said here was seen with; undefined where it is taken from documentation. */
  seenWith: string | undefined;
  /** Paths in a repository that show that its people use the agent. */
  signs: readonly string[];
  /** What can be said to it at which of our moments. */
  carries: Readonly<Record<HookEvent, Carried>>;
  /** What else a person has to know, in a sentence each. */
  limits: readonly string[];
  /** Files that are all ours, with where in the package they come from. */
  files: readonly { path: string; shipped: string }[];
  /** A guide of the agent's own that has to lead to AGENTS.md; absent where the agent reads AGENTS.md itself, or a person is asked to (CLAUDE.md). */
  guide?: { path: string; line: string };
  /** What the agent would write to its hook at a wire, about a call that never was. */
  probe(wire: { event: string; about?: string | undefined }, probe: Probe): Readonly<Record<string, unknown>>;
}

/**
 * Whether what a moment is for is done: what is said reaches the model; at a stop, it is held; after a compaction, it is told again. Where
 * not all of it is, what is lost, and what carries it instead.
 */
export type Carried = { how: 'yes' } | { how: 'partly' | 'no'; why: string };

/** What a probe pretends to do. */
export interface Probe {
  session: string;
  cwd: string;
  /** A command that the moment before a tool is asked about; it is never run. */
  command: string;
  /** Absolute path of a file that is said to be written; it is not. */
  file: string;
}
