import { keepAnswerSignals } from '#inbox/keep-answer-signals.ts';
import { type PickedUp, pickUpMail } from '#inbox/pick-up-mail.ts';
import { refreshReplies } from '#inbox/reply-mail.ts';
import type { Clock } from '#kernel/clock.ts';
import { listWorktrees } from '#platform/git/find-repository.ts';
import { inboxPlace } from './inbox-place.ts';

export type { PickedUp } from '#inbox/pick-up-mail.ts';

export interface MailboxAbout {
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
}

/**
 * Takes what the agent in the worktree at `root` asked from its sandbox, and brings the answers there up to date. For whatever runs
 * outside of it: cheap enough to be called every second, and safe to be called by several at once.
 */
export function pickUpMailbox(root: string, { env, clock }: MailboxAbout): PickedUp {
  const place = inboxPlace(root, env);
  const now = clock.now();
  const mail = { root: place.root, questions: place.questions, now };
  const picked = pickUpMail({ ...mail, ...(place.branch === undefined ? {} : { branch: place.branch }) });
  refreshReplies(mail);
  return picked;
}

/** The same for every worktree of the repository around `cwd`. `refused` names files by their whole path. */
export function pickUpMailboxes(cwd: string, about: MailboxAbout): PickedUp {
  const here = inboxPlace(cwd, about.env);
  const roots = new Set([here.root, ...listWorktrees(here.commonDir)]);
  const all = [...roots].map((root) => ({ root, picked: pickUpMailbox(root, about) }));
  keepAnswerSignals(here.state, about.clock.now());
  return {
    filed: all.flatMap(({ picked }) => picked.filed),
    withdrawn: all.flatMap(({ picked }) => picked.withdrawn),
    refused: all.flatMap(({ root, picked }) => picked.refused.map(({ file, reason }) => ({ file: `${root}/${file}`, reason }))),
  };
}
