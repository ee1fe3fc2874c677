import { occasionOfTask } from '#delivery/guidance-occasion.ts';
import { askedOf } from '#delivery/select-guidance.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { about } from './about.ts';
import type { HookContext } from './hook-parts.ts';
import { sayGuidance } from './say-guidance.ts';

/** Points to the pages that what a person asks for bears on; what the agent does next is weighed with it in mind. */
export async function atPrompt(input: HookInput & { event: 'prompt' }, context: HookContext): Promise<HookAnswer> {
  const occasion = occasionOfTask(input.prompt);
  const { signs, words } = askedOf(await context.guidance(), occasion);
  context.spool.append(about(input, context), [{ type: 'asked', signs: [...signs], words: { ...words } }]);
  return sayGuidance(input, { occasion, lead: 'this task bears on', call: 'prompt' }, context);
}
