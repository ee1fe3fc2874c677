import type { HookInput } from '#kernel/records/hook.ts';
import type { SpoolAuthor } from '#platform/state/spool.ts';
import type { HookContext } from './hook-parts.ts';

/** Who the spool's records of this call are about. */
export function about(input: HookInput, context: HookContext): SpoolAuthor {
  const author = { at: context.now, session: input.session, agent: input.agent, call: context.call };
  return input.subagent === undefined ? author : { ...author, subagent: input.subagent };
}
