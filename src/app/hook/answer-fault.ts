import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { Spool } from '#platform/state/spool.ts';
import type { HookPlace } from './hook-parts.ts';
import { lastHookRules } from './rules-file.ts';

/** The spool learns of the fault, and the agent goes on, unless a guardrail asked to fail closed for such commands. */
export function answerFault(input: HookInput, error: unknown, place: Pick<HookPlace, 'repository' | 'state' | 'now'>): HookAnswer {
  note(input, error instanceof Error ? `${error.name}: ${error.message}` : String(error), place);
  const command = input.event === 'pre-tool' && input.intent.kind === 'shell' ? input.intent.command : undefined;
  const closed = command === undefined ? undefined : rulesOf(place).find((rule) => failsClosedOn(rule, command));
  return closed === undefined
    ? { kind: 'silent' }
    : {
        kind: 'deny',
        reason: `Tackroom denied this command: it could not be judged, and [${closed.id}] says that such commands do not run. ${closed.message}`,
      };
}

function note(input: HookInput, message: string, { state, now }: Pick<HookPlace, 'state' | 'now'>): void {
  try {
    new Spool(state).append({ at: now, session: input.session, agent: input.agent }, [
      { type: 'fault', moment: input.event, message: message.slice(0, 500) },
    ]);
  } catch {
    // a state folder that cannot be written must not stop an agent either
  }
}

type Rule = HookRules['compiled']['rules'][number];

function rulesOf({ state, repository }: Pick<HookPlace, 'state' | 'repository'>): Rule[] {
  try {
    return lastHookRules(state, repository.root)?.compiled.rules ?? [];
  } catch {
    return [];
  }
}

function failsClosedOn({ check }: Rule, command: string): boolean {
  return check.kind === 'command' && check.failClosed === true && check.deny.some((deny) => command.includes(deny.program));
}
