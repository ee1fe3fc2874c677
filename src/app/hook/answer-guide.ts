import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { atPrompt } from './at-prompt.ts';
import { beforeEdit } from './before-edit.ts';
import { beforeRun } from './before-run.ts';
import type { HookContext } from './hook-parts.ts';
import { sayDue } from './say-guidance.ts';

/** What to say before anything was done: to what a person asks for, and to an edit that is about to be made. */
export function answer(input: HookInput, context: HookContext): Promise<HookAnswer> {
  if (input.event === 'prompt') return atPrompt(input, context);
  if (input.event === 'post-tool') return sayDue(input, context);
  if (input.event !== 'pre-tool') return Promise.resolve({ kind: 'silent' });
  return input.intent.kind === 'edit' ? beforeEdit(input, input.intent.edits, context) : beforeRun(input, input.intent.command, context);
}
