import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { questionListSchema } from '../../src/kernel/records/question-list.ts';
import { tackroom } from './set-up-harness.ts';
import type { World } from './world.ts';

/** A person who looks again and again what agents ask, and answers the first question with one of its options. */
export async function answerWhenAsked(world: World, option: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++, await wait(300)) {
    const listed = await tackroom(world, 'answer', '--format', 'json');
    const [question] = questionListSchema.parse(JSON.parse(listed.stdout)).questions;
    if (question === undefined) continue;
    await tackroom(world, 'answer', question.id, '--option', option);
    return;
  }
  assert.fail('nothing was asked');
}
