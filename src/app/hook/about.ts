import type { HookInput } from '#kernel/records/hook.ts';
import type { HookContext } from './hook-parts.ts';

/** Who the spool's records of this call are about. */
export function about(input: HookInput, context: HookContext): { at: number; session: string; agent: string } {
  return { at: context.now, session: input.session, agent: input.agent };
}
