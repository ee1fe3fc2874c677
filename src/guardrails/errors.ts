import { TackroomError } from '#kernel/errors.ts';

/** A guardrail could not be compiled or run. */
export class GuardrailError extends TackroomError {}
