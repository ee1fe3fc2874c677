import * as z from 'zod';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Question } from '#kernel/records/question.ts';
import { answerCall, type Said, type ToolAbout, type ToolCall } from './answer-call.ts';

const input = z.strictObject({
  question: z.string().optional().describe('what only a person can know or decide'),
  context: z.string().optional().describe('what the person must know to answer'),
  options: z.array(z.string()).max(12).optional().describe('answers to choose from'),
  wait: z.int().min(0).max(50).default(0).describe('seconds to wait for the answer'),
  ticket: z.string().optional().describe('instead of a question: the answer to an earlier one'),
});

const output = z.strictObject({
  ticket: z.string().describe('to ask for the answer later'),
  state: z.enum(['posted', 'open', 'answered', 'withdrawn', 'expired']),
  answer: z.string().optional(),
  by: z.string().optional(),
  next: z.string().describe('what to do now'),
});

/** `ask`: a question to a person. */
export function registerAsk(about: ToolAbout): void {
  const config = {
    title: 'Ask a person',
    description: 'Asks a person of the team; returns the answer, or a ticket to come back with. Go on with other work meanwhile.',
    inputSchema: input,
    outputSchema: output,
    annotations: { readOnlyHint: false, idempotentHint: false, destructiveHint: false, openWorldHint: false },
  };
  about.server.registerTool('ask', config, (asked, context) =>
    answerCall(about, context, async (call) => say(await ask(about, asked, call))),
  );
}

async function ask({ place, server }: ToolAbout, asked: z.infer<typeof input>, { root, signal }: ToolCall): Promise<Question> {
  const { question, ticket, context, options, wait } = asked;
  if ((question === undefined) === (ticket === undefined))
    throw new MisuseError('It takes a question, or the ticket of one, and not both.', { code: 'ask-excludes', fix: 'Give one of them.' });
  const inbox = await flow.ask();
  const where = { cwd: root, env: place.env, clock: systemClock };
  if (ticket !== undefined) return inbox.waitForAnswer({ ...where, id: ticket, timeoutMs: wait * 1_000 }, signal);
  const agent = server.server.getClientVersion()?.name;
  const filed = inbox.ask({
    ...where,
    text: question ?? '',
    ...(agent === undefined ? {} : { agent }),
    ...(context === undefined ? {} : { context }),
    ...(options === undefined ? {} : { options }),
  });
  return inbox.waitForAnswer({ ...where, id: filed.id, timeoutMs: wait * 1_000 }, signal);
}

function say({ id, state, answer, withdrawn }: Question): Said {
  const next = nextStep(id, state, withdrawn?.reason);
  const text = answer === undefined ? `Question ${id}: ${state}. ${next}` : `${answer.text}\n(Answer to ${id}, by ${answer.by}.)`;
  return { text, data: { ticket: id, state, ...(answer === undefined ? {} : { answer: answer.text, by: answer.by }), next } };
}

function nextStep(id: string, state: Question['state'], reason: string | undefined): string {
  switch (state) {
    case 'posted':
    case 'open':
      return `No answer yet. Go on with what does not depend on it, then call ask with ticket ${id}.`;
    case 'answered':
      return 'Do as the answer says.';
    case 'withdrawn':
      return `It was taken back${reason === undefined ? '' : `: ${reason}`}. Go on without an answer.`;
    case 'expired':
      return 'Nobody answered in time. Decide by yourself, and say so in your answer.';
  }
}
