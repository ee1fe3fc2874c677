import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { systemClock } from '#kernel/clock.ts';
import { answerQuestion, listQuestions } from '../inbox/answer.ts';

/** What the person of a rehearsal says: to a question that holds `asked`, the option that is called `answer`. */
const personSchema = z.array(z.strictObject({ asked: z.string(), answer: z.string() }));

const lookEveryMs = 200;

/** Stands in for a person at `tackroom answer`: answers what an agent asks until it is told to stop. */
export async function answerAsPerson(
  person: string,
  place: { root: string; env: Record<string, string | undefined>; onAnswer: (said: { question: string; answer: string }) => void },
  signal: AbortSignal,
): Promise<void> {
  const says = personSchema.parse(JSON.parse(person));
  const about = { cwd: place.root, env: place.env, clock: systemClock };
  while (!signal.aborted) {
    for (const { id, text } of listQuestions(about).questions) {
      const answer = says.find(({ asked }) => text.includes(asked))?.answer;
      if (answer === undefined) continue;
      await answerQuestion(about, { id, text: answer });
      place.onAnswer({ question: text, answer });
    }
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined); // told to stop
  }
}
