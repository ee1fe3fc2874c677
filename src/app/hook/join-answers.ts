import type { HookAnswer } from '#kernel/records/hook.ts';

/** What several parts of a hook have to say at one moment, in one text. */
export function joinAnswers(...answers: readonly HookAnswer[]): HookAnswer {
  const texts = answers.flatMap((answer) => (answer.kind === 'context' ? [answer.text] : []));
  return texts.length === 0 ? { kind: 'silent' } : { kind: 'context', text: texts.join('\n') };
}
