import type { Weighed } from './guidance.ts';

/** What the spool keeps: one JSON line each, appended by hooks and commands, never rewritten. */
export type SpoolEvent =
  | { type: 'session'; source: 'startup' | 'resume' | 'clear' | 'compact' | 'fork'; worktree: string; head?: string }
  /** The context window was compacted: what was said in it is forgotten. */
  | { type: 'compacted' }
  /** A tool call is about to run: when it began bounds what it can have written. */
  | { type: 'tool'; toolUseId: string; tool: string; head?: string }
  /** Files the session wrote, relative to the worktree. */
  | { type: 'touched'; paths: string[]; tool: string }
  /** What one of several hooks that run at once means to record or say: of each key the first claim wins. */
  | { type: 'claim'; call: string; keys: string[] }
  /** Findings seen in touched files, said or not. */
  | { type: 'hit'; guardrail: string; priority: string; path: string; fingerprint: string }
  /** What reached the agent at a moment. */
  | {
      type: 'delivery';
      moment: string;
      fingerprints: string[];
      text: string;
      /** Whose findings were told. */
      guardrails: string[];
      /** Ids of the guidance that was said, and what it cost. */
      items?: string[];
      tokens?: number;
    }
  /** Why guidance was said at a moment, and why other guidance that was near was not. */
  | { type: 'weighed'; moment: string; about: string; said: Weighed[]; held: Weighed[] }
  /** What a person's task has in common with the guidance: what an agent does later is weighed with it in mind. */
  | { type: 'asked'; signs: string[]; words: Record<string, number> }
  /** A finding that was open in this session and is gone. */
  | { type: 'fixed'; guardrail: string; path: string; fingerprint: string }
  | { type: 'denied'; guardrail: string; command: string }
  /** The agent was held at stop with these findings open. */
  | { type: 'held'; fingerprints: string[]; count: number }
  /** The agent was let go although these were open. */
  | { type: 'released'; fingerprints: string[]; reason: 'limit' | 'fault' }
  /** A person answered a question; `amends`: in the place of an earlier answer. The same id and time twice is one answer. */
  | {
      type: 'signal';
      kind: 'answer';
      question: AskedInSignal;
      answer: { text: string; option?: number; by: string; at: string };
      amends: boolean;
    }
  /** The agent stopped with nothing owed. */
  | { type: 'stopped' }
  /** A fault of ours; the agent went on. */
  | { type: 'fault'; moment: string; message: string };

export type SpoolRecord = SpoolEvent & {
  /** Milliseconds since the Unix epoch. */
  at: number;
  session: string;
  agent: string;
  /** The sub-agent of the session whose context window it was; absent: the main agent's. */
  subagent?: string;
};

interface AskedInSignal {
  id: string;
  text: string;
  options: string[];
  askedAt: string;
  worktree: string;
  branch?: string;
  /** The session and the run that asked, and its agent. */
  session?: string;
  run?: string;
  agent?: string;
}
