import { InvalidArgumentError, Option } from 'commander';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Question } from '#kernel/records/question.ts';
import { asCalled } from '../as-called.ts';
import type { Io, Register } from '../command.ts';
import { detectAgent } from '../detect-agent.ts';
import { readAnswer } from '../input/read-answer.ts';
import { printable } from '../render/printable.ts';
import { renderQuestion, renderQuestionList } from '../render/render-question.ts';

interface AnswerOptions {
  option?: number;
  amend?: true;
  other?: true;
  withdraw?: true;
  format: 'human' | 'json';
}

interface Call {
  id?: string;
  text?: string;
  options: AnswerOptions;
}

export const registerAnswer: Register = (program, io) => {
  program
    .command('answer')
    .description('answer what agents asked: lists the open questions, shows one, or answers it; the agent that waits hears of it at once')
    .argument('[id]', 'a question; none: list those that wait')
    .argument('[text...]', 'the answer; with --withdraw the reason')
    .option('--option <n>', 'the option with this number is the answer', toNumber)
    .option('--other', 'the answer is meant although it is none of the options')
    .option('--amend', 'put the answer in the place of the one that is there')
    .option('--withdraw', 'nobody needs an answer any more')
    .addOption(new Option('--format <format>', 'who reads it').choices(['human', 'json']).default('human'))
    .action(async (id: string | undefined, words: string[], options: AnswerOptions) => {
      const text = words.length === 0 ? {} : { text: words.join(' ') };
      const call: Call = { ...(id === undefined ? {} : { id }), ...text, options };
      if (id === undefined) await listOrChoose(call, io);
      else if (isDeed(call)) print(await act({ ...call, id }, io), options, io);
      else await show(id, options, io);
    });
};

const placeOf = (io: Io) => ({ cwd: io.cwd, env: io.env, clock: systemClock });

function isDeed({ text, options: { option, amend, other, withdraw } }: Call): boolean {
  return text !== undefined || option !== undefined || amend === true || other === true || withdraw === true;
}

async function listOrChoose(call: Call, io: Io): Promise<void> {
  refuseWithoutId(call);
  const { options } = call;
  const { listQuestions } = await flow.answer();
  const list = listQuestions(placeOf(io));
  if (options.format === 'json') return io.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
  io.stdout.write(asCalled(renderQuestionList(list, systemClock.now()), io.call));
  for (const { file, reason } of list.refused) io.stderr.write(`tackroom: ${printable(`${file} is no question: ${reason}`)}\n`);
  const id = list.questions.length === 0 ? undefined : await readAnswer(io, 'Which one do you answer (its id; Enter: none)? ');
  if (id !== undefined) await show(id, options, io);
}

/** Shows one question; on a terminal it takes the answer, where a number is the option with that number. */
async function show(id: string, options: AnswerOptions, io: Io): Promise<void> {
  const { answerQuestion, showQuestion } = await flow.answer();
  const question = showQuestion(placeOf(io), id);
  print(question, options, io);
  if (question.state !== 'open' || options.format === 'json' || detectAgent(io.env) !== undefined) return;
  const hasOptions = question.options.length > 0;
  const said = await readAnswer(io, hasOptions ? 'Answer, or the number of an option (Enter: none): ' : 'Answer (Enter: none): ');
  if (said === undefined) return;
  const given = hasOptions && /^\d{1,2}$/.test(said) ? { option: Number(said) } : { text: said, other: true };
  print(await answerQuestion(placeOf(io), { id, ...given }, io.signal), options, io);
}

async function act({ id, text, options }: Call & { id: string }, io: Io): Promise<Question> {
  refuseAgents(io);
  const { answerQuestion, withdrawQuestion } = await flow.answer();
  const { option, amend, other, withdraw } = options;
  if (withdraw) return withdrawQuestion(placeOf(io), { id, ...(text === undefined ? {} : { reason: text }) }, io.signal);
  const given = {
    ...(text === undefined ? {} : { text }),
    ...(option === undefined ? {} : { option }),
    amend: amend === true,
    other: other === true,
  };
  return answerQuestion(placeOf(io), { id, ...given }, io.signal);
}

function print(question: Question, { format }: AnswerOptions, io: Io): void {
  if (format === 'json') io.stdout.write(`${JSON.stringify(question, null, 2)}\n`);
  else io.stdout.write(asCalled(renderQuestion(question, systemClock.now()), io.call));
}

function refuseWithoutId(call: Call): void {
  if (!isDeed(call)) return;
  throw new MisuseError('It is not said which question is meant.', {
    code: 'no-id',
    fix: 'Name it: tackroom answer <id> ...; the open ones: tackroom answer',
  });
}

/** An agent that answers its own question has asked nobody. */
function refuseAgents({ env }: Io): void {
  const agent = detectAgent(env);
  if (agent === undefined) return;
  throw new MisuseError(`Only a person answers or withdraws, and an agent runs this (${agent} is set).`, {
    code: 'answer-person',
    facts: { variable: agent },
    fix: 'Wait for the person: tackroom ask --ticket <id> --wait. To take your own question back: tackroom ask --cancel <id>.',
  });
}

function toNumber(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It is the number of an option, from 1.');
  return Number(text);
}
