import { TackroomError } from '#kernel/errors.ts';

/** A file, a process or git did not do what was asked. */
export class PlatformError extends TackroomError {}
