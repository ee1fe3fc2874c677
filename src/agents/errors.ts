import { TackroomError } from '#kernel/errors.ts';

/** An agent could not be started, or ended badly. */
export class AgentError extends TackroomError {}
