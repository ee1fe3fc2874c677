import { MisuseError } from '#kernel/errors.ts';

/** The baseline cannot be used as it is. */
export class BaselineError extends MisuseError {}
