import { TackroomError } from '#kernel/errors.ts';

/** What was kept of a question cannot be used. */
export class InboxError extends TackroomError {}
