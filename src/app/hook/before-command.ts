import { renderDenial } from '#delivery/render-moments.ts';
import { checkCommand } from '#guardrails/check-command.ts';
import { compareText } from '#kernel/compare-text.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { about } from './about.ts';
import type { HookContext } from './hook-parts.ts';

/** Denies a command that a guardrail speaks of. The spool learns which, never the line: it may hold a secret. */
export function beforeCommand(input: HookInput & { event: 'pre-tool' }, command: string, context: HookContext): HookAnswer {
  const { hits } = checkCommand(context.rules.compiled.rules, command);
  const worst = hits.toSorted((a, b) => compareText(a.rule.priority, b.rule.priority))[0];
  if (worst === undefined) return { kind: 'silent' };
  context.spool.append(about(input, context), [
    { type: 'denied', guardrail: worst.rule.id, command: worst.command.split(' ', 1)[0] ?? '' },
  ]);
  return { kind: 'deny', reason: renderDenial(worst) };
}
