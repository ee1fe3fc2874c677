import { runRules } from '#guardrails/run-rules.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { about } from './about.ts';
import { afterEdit } from './after-edit.ts';
import { afterShell } from './after-shell.ts';
import { atSessionStart } from './at-session-start.ts';
import { atStop } from './at-stop.ts';
import { beforeCommand } from './before-command.ts';
import type { HookContext } from './hook-parts.ts';

/** What to say at a moment, with everything loaded. */
export function answer(input: HookInput, context: HookContext): HookAnswer | Promise<HookAnswer> {
  switch (input.event) {
    case 'session-start':
      return atSessionStart(input, context);
    case 'pre-tool':
      return input.intent.kind === 'shell' ? beforeCommand(input, input.intent.command, context) : { kind: 'silent' };
    case 'post-tool':
      if (input.wrote.kind === 'shell') return afterShell(input, input.wrote.command, context);
      return context.edit === undefined ? { kind: 'silent' } : afterEdit(input, { edit: context.edit, run: runRules }, context);
    case 'stop':
      return atStop(input, context);
    case 'prompt':
      return { kind: 'silent' };
    case 'compact':
      context.spool.append(about(input, context), [{ type: 'compacted' }]);
      return { kind: 'silent' };
  }
}
