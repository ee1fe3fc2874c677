import * as z from 'zod';
import { type FiledQuestion, questionIdSchema } from '#kernel/records/question.ts';
import { type HeldFolder, holdFolder } from '#platform/files/held-folder.ts';
import { type Mail, mailFolders, mailSchema, maxMailBytes } from './mail.ts';
import { addDeed, fileQuestion, listQuestionIds, readQuestion } from './question-files.ts';
import { type MailPlace, replyRefused, replyWithQuestion } from './reply-mail.ts';

export interface PickUp extends MailPlace {
  /** The branch of the worktree, as the host sees it. */
  branch?: string;
}

export interface PickedUp {
  /** Questions that were filed now. */
  filed: FiledQuestion[];
  /** Ids of questions that their asker took back. */
  withdrawn: string[];
  /** What is no mail: where it lies, relative to the worktree, and what is wrong with it. */
  refused: { file: string; reason: string }[];
}

/** One worktree may have so many questions open at a time, and so much mail is looked at in one go. */
const most = 50;
const longestOpenMs = 30 * 24 * 3_600_000;

/**
 * Takes the mail of one worktree into the questions of its repository. The sandboxed agent can put anything there: nothing is
 * followed, names are matched and not joined, and what a file says about where it comes from is not listened to.
 */
export function pickUpMail(place: PickUp): PickedUp {
  const done: PickedUp = { filed: [], withdrawn: [], refused: [] };
  const asks = holdFolder(place.root, mailFolders.asks);
  if (asks === undefined) return done;
  try {
    const names = asks.names().filter((name) => !name.startsWith('.'));
    for (const name of names.slice(0, most)) pickUp({ place, asks, done }, name);
  } finally {
    asks.close();
  }
  return done;
}

interface Round {
  place: PickUp;
  asks: HeldFolder;
  done: PickedUp;
}

function pickUp(round: Round, name: string): void {
  const [, id, cancel] = /^([0-9a-z]{6})(\.cancel)?\.json$/.exec(name) ?? [];
  if (id === undefined || !questionIdSchema.safeParse(id).success) {
    note(round, name, 'its name is not that of a question');
    return;
  }
  const read = readMail(round.asks, name);
  if (read.kind === 'missing') return;
  const verdict = read.kind === 'refused' ? read : accept(round, id, { mail: read.mail, cancel: cancel !== undefined });
  if (verdict.kind === 'left') return;
  if (verdict.kind === 'refused') {
    note(round, name, verdict.reason);
    if (cancel === undefined) replyRefused(round.place, id, verdict.reason);
  }
  round.asks.remove(name);
}

/** `left`: we may not write the questions, as in a sandbox ourselves; it waits for somebody who may. */
type Verdict = { kind: 'taken' } | { kind: 'left' } | { kind: 'refused'; reason: string };

function refuse(reason: string): Verdict {
  return { kind: 'refused', reason };
}

function note({ done }: Round, name: string, reason: string): void {
  done.refused.push({ file: `${mailFolders.asks.join('/')}/${name}`, reason });
}

function accept(round: Round, id: string, { mail, cancel }: { mail: Mail; cancel: boolean }): Verdict {
  if (cancel !== (mail.kind === 'cancel')) return refuse('its name says something else than what is in it');
  return mail.kind === 'ask' ? take(round, id, mail) : withdraw(round, id);
}

function take(round: Round, id: string, mail: Extract<Mail, { kind: 'ask' }>): Verdict {
  const { place, done } = round;
  const known = readQuestion(place.questions, id, place.now);
  if (known !== undefined) {
    if (known.through !== 'mailbox' || known.from.worktree !== place.root || known.text !== mail.text)
      return refuse('another question has this id');
    replyWithQuestion(place, known); // somebody else was first, or we were stopped before the mail was removed
    return { kind: 'taken' };
  }
  if (openOf(place) >= most) return refuse(`${most} questions of this worktree are open already`);
  const question = toQuestion(place, id, mail);
  const created = fileQuestion(place.questions, question);
  if (created === 'refused') return { kind: 'left' };
  if (created === 'there') return take(round, id, mail);
  done.filed.push(question);
  mirror(place, id);
  return { kind: 'taken' };
}

/** The clock of the asker counts as far as it can be true. */
function toQuestion({ root, branch, now }: PickUp, id: string, mail: Extract<Mail, { kind: 'ask' }>): FiledQuestion {
  const { kind: _, from, ...said } = mail;
  const askedAt = Math.min(now, Date.parse(mail.askedAt));
  const expiresAt = Math.min(Date.parse(mail.expiresAt), now + longestOpenMs);
  return {
    ...said,
    id,
    from: { ...from, worktree: root, ...(branch === undefined ? {} : { branch }) },
    through: 'mailbox',
    askedAt: new Date(askedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

function openOf({ questions, root, now }: PickUp): number {
  const { all, settled } = listQuestionIds(questions);
  const open = all.filter((id) => !settled.has(id));
  if (open.length < most) return open.length;
  return open.filter((id) => readQuestion(questions, id, now)?.from.worktree === root).length;
}

function withdraw({ place, done }: Round, id: string): Verdict {
  const { questions, root, now } = place;
  const question = readQuestion(questions, id, now);
  if (question?.through !== 'mailbox' || question.from.worktree !== root) return refuse('this worktree asked no such question');
  if (question.state !== 'open') return refuse(`the question is ${question.state}`);
  const withdrawal = { kind: 'withdrawal', by: 'its asker', at: new Date(now).toISOString() } as const;
  if (addDeed(questions, { id, place: 0 }, withdrawal) === 'refused') return { kind: 'left' };
  done.withdrawn.push(id);
  mirror(place, id);
  return { kind: 'taken' };
}

function mirror(place: PickUp, id: string): void {
  const question = readQuestion(place.questions, id, place.now);
  if (question !== undefined) replyWithQuestion(place, question);
}

function readMail(
  asks: HeldFolder,
  name: string,
): { kind: 'missing' } | { kind: 'refused'; reason: string } | { kind: 'mail'; mail: Mail } {
  const read = asks.read(name, maxMailBytes);
  if (read.kind !== 'read') return read;
  try {
    return { kind: 'mail', mail: mailSchema.parse(JSON.parse(read.text)) };
  } catch (error) {
    return { kind: 'refused', reason: whyUnread(error) };
  }
}

function whyUnread(error: unknown): string {
  if (!(error instanceof z.ZodError)) return 'it is no JSON';
  const [first] = error.issues;
  const where = first === undefined || first.path.length === 0 ? '' : `${first.path.join('.')}: `;
  return `${where}${first?.message ?? 'it is no mail'}`.slice(0, 300);
}
