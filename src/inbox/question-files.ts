import path from 'node:path';
import * as z from 'zod';
import {
  type FiledQuestion,
  filedQuestionSchema,
  type Question,
  questionAnswerSchema,
  questionIdSchema,
  questionWithdrawalSchema,
} from '#kernel/records/question.ts';
import { listEntries } from '#platform/files/list-folder.ts';
import { type Created, createState } from '#platform/state/create-state.ts';
import { readState } from '#platform/state/state-file.ts';
import { InboxError } from './errors.ts';

/**
 * The questions of one repository: a folder with `<id>.json` for each question, and `<id>.1.json`, `<id>.2.json` for what people did
 * about it. Nothing is ever rewritten, so of two people who answer at once one is first, and what was amended stays readable.
 */
export function questionFolder(stateFolder: string): string {
  return path.join(stateFolder, 'questions');
}

const deedSchema = z.discriminatedUnion('kind', [
  questionAnswerSchema.extend({ kind: z.literal('answer') }),
  questionWithdrawalSchema.extend({ kind: z.literal('withdrawal') }),
]);

/** What somebody did about a question. */
export type Deed = z.infer<typeof deedSchema>;

export function fileQuestion(folder: string, question: FiledQuestion): Created {
  return createState(path.join(folder, `${question.id}.json`), render(question));
}

/** `place`: how many deeds were there before. Where somebody else took the place meanwhile it is `there`, and nothing is written. */
export function addDeed(folder: string, { id, place }: { id: string; place: number }, deed: Deed): Created {
  return createState(deedFile(folder, id, place + 1), render(deed));
}

/** A question with what became of it; undefined where nobody asked it. `now` in milliseconds since the Unix epoch. */
export function readQuestion(folder: string, id: string, now: number): Question | undefined {
  if (!questionIdSchema.safeParse(id).success) return undefined;
  const filed = parse(path.join(folder, `${id}.json`), filedQuestionSchema);
  return filed === undefined ? undefined : withDeeds(filed, readDeeds(folder, id), now);
}

function readDeeds(folder: string, id: string): Deed[] {
  const deeds: Deed[] = [];
  for (let deed = readDeed(folder, id, 1); deed !== undefined; deed = readDeed(folder, id, deeds.length + 1)) deeds.push(deed);
  return deeds;
}

export function readDeed(folder: string, id: string, number: number): Deed | undefined {
  return parse(deedFile(folder, id, number), deedSchema);
}

/** Ids of all questions, by their names alone; `settled` are those about which somebody did something. */
export function listQuestionIds(folder: string): { all: string[]; settled: Set<string> } {
  const names = listEntries(folder).map(({ name }) => name);
  const matches = (pattern: RegExp) => names.flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return { all: matches(/^([0-9a-z]{6})\.json$/), settled: new Set(matches(/^([0-9a-z]{6})\.1\.json$/)) };
}

function withDeeds(filed: FiledQuestion, deeds: readonly Deed[], now: number): Question {
  const answers = deeds.flatMap((deed) => (deed.kind === 'answer' ? [withoutKind(deed)] : []));
  const withdrawal = deeds.find((deed) => deed.kind === 'withdrawal');
  const answer = answers.at(-1);
  const base = { ...filed, earlier: answers.slice(0, -1), ...(answer === undefined ? {} : { answer }) };
  if (withdrawal !== undefined) return { ...base, state: 'withdrawn', withdrawn: withoutKind(withdrawal) };
  if (answer !== undefined) return { ...base, state: 'answered' };
  return { ...base, state: Date.parse(filed.expiresAt) <= now ? 'expired' : 'open' };
}

function withoutKind<T extends { kind: string }>({ kind: _, ...rest }: T): Omit<T, 'kind'> {
  return rest;
}

function deedFile(folder: string, id: string, number: number): string {
  return path.join(folder, `${id}.${number}.json`);
}

function render(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function parse<T>(file: string, schema: z.ZodType<T>): T | undefined {
  const text = readState(file);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new InboxError(`${file} is not as Tackroom wrote it.`, {
      code: 'broken-question',
      facts: { file },
      fix: 'Somebody changed it by hand, or a later version wrote it. Move it away, and ask again what is still open.',
      cause,
    });
  }
}
