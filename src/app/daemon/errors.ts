import { TackroomError } from '#kernel/errors.ts';

/** The daemon cannot be started, reached or stopped. */
export class DaemonError extends TackroomError {}

/** A call that another process has to answer: of another repository, or of a worktree with another install. */
export class NotOursError extends TackroomError {}
