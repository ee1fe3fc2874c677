import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { atPrompt } from './at-prompt.ts';
import { beforeEdit } from './before-edit.ts';
import type { HookContext } from './hook-parts.ts';

/** What to say before anything was done: to what a person asks for, and to an edit that is about to be made. */
export function answer(input: HookInput, context: HookContext): Promise<HookAnswer> {
  if (input.event === 'prompt') return atPrompt(input, context);
  if (input.event === 'pre-tool' && input.intent.kind === 'edit') return beforeEdit(input, input.intent.edits, context);
  return Promise.resolve({ kind: 'silent' });
}
