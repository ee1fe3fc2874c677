import { TackroomError } from '#kernel/errors.ts';

/** A repository could not be set up, or taken back to what it was. */
export class SetupError extends TackroomError {}
