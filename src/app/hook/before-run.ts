import { occasionOfCommand } from '#delivery/guidance-occasion.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import { sayGuidance } from './say-guidance.ts';

/** Says what bears on a command before it runs. The line itself goes nowhere: it may hold a secret. */
export function beforeRun(input: HookInput & { event: 'pre-tool' }, command: string, context: HookContext): Promise<HookAnswer> {
  const { asked } = ledgerOf(input, context);
  const program = /^[\w./-]+/.exec(command)?.[0] ?? 'this command';
  return sayGuidance(
    input,
    { occasion: occasionOfCommand(command, asked), lead: `before you run ${program}`, call: input.toolUseId },
    context,
  );
}
