import type { Question } from '#kernel/records/question.ts';
import { type HeldFolder, holdFolder } from '#platform/files/held-folder.ts';
import { mailFolders, maxMailBytes, type Reply, renderMail } from './mail.ts';
import { readQuestion } from './question-files.ts';

export interface MailPlace {
  /** The worktree, a real path. */
  root: string;
  /** The folder of the repository's questions. */
  questions: string;
  /** Milliseconds since the Unix epoch. */
  now: number;
}

/** Mirrors a question in the mailbox of the worktree that asked it; one that was asked otherwise, or a worktree that is gone, needs none. */
export function replyWithQuestion(place: Pick<MailPlace, 'root'>, question: Question): void {
  if (question.through === 'mailbox' && question.from.worktree === place.root)
    reply(place.root, question.id, { version: 1, kind: 'question', question });
}

export function replyRefused({ root }: MailPlace, id: string, reason: string): void {
  reply(root, id, { version: 1, kind: 'refused', reason });
}

/** Brings every mirror up to date: whoever answered may have been stopped before the answer reached the worktree. */
export function refreshReplies({ root, questions, now }: MailPlace): void {
  const answers = holdFolder(root, mailFolders.answers);
  if (answers === undefined) return;
  try {
    const ids = answers.names().flatMap((name) => /^([0-9a-z]{6})\.json$/.exec(name)?.[1] ?? []);
    for (const id of ids.slice(-most)) {
      const question = readQuestion(questions, id, now);
      if (question?.through !== 'mailbox' || question.from.worktree !== root) continue;
      const fresh = renderMail({ version: 1, kind: 'question', question });
      const present = answers.read(`${id}.json`, maxMailBytes);
      if (present.kind !== 'read' || present.text !== fresh) put(answers, id, fresh);
    }
  } finally {
    answers.close();
  }
}

/** An agent may put any number of names there. */
const most = 1_000;

function reply(root: string, id: string, said: Reply): void {
  const answers = openAnswers(root);
  try {
    if (answers !== undefined) put(answers, id, renderMail(said));
  } finally {
    answers?.close();
  }
}

function openAnswers(root: string): HeldFolder | undefined {
  try {
    return holdFolder(root, mailFolders.answers, { make: true });
  } catch {
    return undefined; // the worktree cannot be written: its agent hears nothing, and asks again by its ticket
  }
}

function put(answers: HeldFolder, id: string, text: string): void {
  try {
    answers.write(`${id}.json`, text);
  } catch {
    // the agent put a folder in its place, or took away our right to write: then it hears nothing, and no other does less
  }
}
