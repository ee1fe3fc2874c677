import { adoptParsed, runLightRules } from '#guardrails/run-light-rules.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { afterEdit } from './after-edit.ts';
import type { HookContext } from './hook-parts.ts';

/** What to say after an edit that only rules of light kinds could find something in. */
export function answer(input: HookInput, context: HookContext): HookAnswer | Promise<HookAnswer> {
  const { ahead, edit } = context;
  if (input.event !== 'post-tool' || edit === undefined) return { kind: 'silent' };
  return afterEdit(input, { edit, run: runLightRules, ...(ahead === undefined ? {} : { ready: () => adoptParsed(ahead) }) }, context);
}
