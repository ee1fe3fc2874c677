import type * as z from 'zod';
import type { FiledQuestion, Question } from '#kernel/records/question.ts';
import { type HeldFolder, holdFolder } from '#platform/files/held-folder.ts';
import { InboxError } from './errors.ts';
import { type Mail, mailFolders, mailSchema, maxMailBytes, renderMail, replySchema } from './mail.ts';

/** Puts a question into the mailbox of its worktree, for whoever runs outside the sandbox to pick up. */
export function postQuestion(root: string, question: FiledQuestion): void {
  const { version, text, context, options, askedAt, expiresAt, from } = question;
  const { worktree: _, branch: __, ...asker } = from;
  prepare(root);
  post(root, `${question.id}.json`, {
    ...{ version, kind: 'ask', text, options, askedAt, expiresAt, from: asker },
    ...(context === undefined ? {} : { context }),
  });
}

/** Takes a question back: out of the mailbox where it still lies there, else by a word to whoever has it. */
export function postCancel(root: string, id: string): void {
  if (!takeBack(root, `${id}.json`)) post(root, `${id}.cancel.json`, { version: 1, kind: 'cancel' });
}

function takeBack(root: string, name: string): boolean {
  const asks = holdFolder(root, mailFolders.asks);
  try {
    const lies = asks?.read(name, maxMailBytes).kind === 'read';
    if (lies) asks?.remove(name);
    return lies;
  } finally {
    asks?.close();
  }
}

/** What the mailbox knows of a question that was posted in it; undefined where it never saw it. `root` is the worktree. */
export function readMailbox(root: string, id: string): Question | { refused: string } | undefined {
  const reply = readFrom(root, { folder: 'answers', id }, replySchema);
  if (reply !== undefined) return reply.kind === 'question' ? reply.question : { refused: reply.reason };
  const mail = readFrom(root, { folder: 'asks', id }, mailSchema);
  if (mail?.kind !== 'ask') return undefined;
  const { kind: _, from, ...rest } = mail;
  return { ...rest, id, from: { ...from, worktree: root }, through: 'mailbox', state: 'posted', earlier: [] };
}

/** The folder for answers is made beforehand, so that it can be watched; and git must not see any of it. */
function prepare(root: string): void {
  const box = holdFolder(root, ['.tackroom'], { make: true });
  if (box?.read('.gitignore', 100).kind === 'missing') box.write('.gitignore', '*\n');
  box?.close();
  holdFolder(root, mailFolders.answers, { make: true })?.close();
}

function post(root: string, name: string, mail: Mail): void {
  let asks: HeldFolder | undefined;
  try {
    asks = holdFolder(root, mailFolders.asks, { make: true });
    if (asks === undefined) throw new Error(`${mailFolders.asks.join('/')} is a link, no folder, or not ours to enter`);
    asks.write(name, renderMail(mail));
  } catch (cause) {
    throw new InboxError(`The question could not be put into ${root}/${mailFolders.asks.join('/')}: ${reasonOf(cause)}.`, {
      code: 'cannot-post',
      facts: { root },
      fix: 'Neither the state folder nor the worktree can be written. Ask in your answer instead, and go on with what does not depend on it.',
      cause,
    });
  } finally {
    asks?.close();
  }
}

/** What is not as we or the host wrote it is as good as not there. */
function readFrom<T>(root: string, { folder, id }: { folder: keyof typeof mailFolders; id: string }, schema: z.ZodType<T>): T | undefined {
  const held = holdFolder(root, mailFolders[folder]);
  try {
    const read = held?.read(`${id}.json`, maxMailBytes);
    return read?.kind === 'read' ? schema.safeParse(JSON.parse(read.text)).data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    held?.close();
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
