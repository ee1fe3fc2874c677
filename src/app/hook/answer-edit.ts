import { lightKindRunners } from '#guardrails/light-kind-runners.ts';
import { adoptParsed } from '#guardrails/adopt-parsed.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { afterEdit } from './after-edit.ts';
import type { HookContext } from './hook-engine.ts';

/** What to say after an edit that only rules of light kinds could find something in: the call an agent waits for most often. */
export async function answer(input: HookInput, context: HookContext): Promise<HookAnswer> {
  if (input.event !== 'post-tool' || context.edit === undefined) return { kind: 'silent' };
  if (context.ahead !== undefined) await adoptParsed(context.ahead);
  return afterEdit(input, { ...context, edit: context.edit }, lightKindRunners);
}
