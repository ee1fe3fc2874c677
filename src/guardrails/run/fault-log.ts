import { TackroomError } from '#kernel/errors.ts';
import type { Fault } from './run-result.ts';

/** After so many faults a rule is not run any more: each may have cost its whole time limit. */
const maxFaults = 3;

/** Collects what went wrong, one entry a rule. */
export class FaultLog {
  readonly #messages = new Map<string, string[]>();
  readonly #ours = new Set<string>();

  /** How many there were. */
  count = 0;

  add(guardrail: string, error: unknown): void {
    this.count++;
    const messages = this.#messages.get(guardrail) ?? [];
    messages.push(describe(error));
    this.#messages.set(guardrail, messages);
    if (!isOfThePage(error)) this.#ours.add(guardrail);
  }

  hasGivenUp(guardrail: string): boolean {
    return this.count > 0 && (this.#messages.get(guardrail)?.length ?? 0) >= maxFaults;
  }

  list(): Fault[] {
    return [...this.#messages].map(([guardrail, messages]) => ({
      guardrail,
      message: summary(messages),
      by: this.#ours.has(guardrail) ? 'tackroom' : 'page',
    }));
  }
}

/** A pattern, a script, a program or a report that does not do its part is for the user to set right. */
const ofThePage = [
  ...['pattern-too-slow', 'grammar-missing'],
  ...['no-output', 'bad-output', 'tool-failed', 'no-report', 'bad-report'],
  ...['script-threw', 'script-too-slow', 'script-too-large', 'script-ended', 'script-module-missing', 'script-module-typescript'],
];

function isOfThePage(error: unknown): boolean {
  return error instanceof TackroomError && ofThePage.includes(error.code);
}

function summary(messages: readonly string[]): string {
  const [first = ''] = messages;
  if (messages.length < 2) return first;
  return `${first}; ${messages.length} times${messages.length >= maxFaults ? ', then the rule was left out' : ''}`;
}

function describe(error: unknown): string {
  if (error instanceof TackroomError && error.fix !== undefined) return `${error.message}. ${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}
