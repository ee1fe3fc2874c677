import type { Io } from './command.ts';
import { detectAgent } from './detect-agent.ts';

export const checkFormats = ['agent', 'human', 'json', 'sarif', 'github', 'junit'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** The format that was asked for; else the one that fits who is likely to read, and why. */
export function chooseFormat(asked: CheckFormat | undefined, io: Io): { format: CheckFormat; because?: string } {
  if (asked !== undefined) return { format: asked };
  const marker = detectAgent(io.env);
  if (marker !== undefined && !io.stdout.isTTY) return { format: 'agent', because: `because ${marker} is set` };
  if (io.env.GITHUB_ACTIONS === 'true' && !io.stdout.isTTY) return { format: 'github', because: 'because GITHUB_ACTIONS is set' };
  return { format: 'human', because: 'chosen automatically' };
}
