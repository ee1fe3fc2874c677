import type { AgentEvent } from './agent-event.ts';

/** What a rehearsal shows while it goes. */
export type RehearsalEvent =
  | { type: 'project'; folder: string }
  | { type: 'wired'; files: string[] }
  | { type: 'answered'; question: string; answer: string }
  | { type: 'agent'; event: AgentEvent; tokens: number }
  | { type: 'ended'; summary: RehearsalSummary };

export interface RehearsalSummary {
  tasks: number;
  /** Texts that reached the agent, and what they cost: in all, and moment by moment, in the order they first came. */
  told: number;
  tokens: number;
  moments: { moment: string; told: number; tokens: number }[];
  denied: number;
  held: number;
  /** Steps of the script that waited to be told something and were not: the rehearsal has failed. */
  stuck: number;
}
