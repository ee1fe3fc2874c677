/** What an error carries besides its message, so that an agent or a person can act on it. */
export interface ErrorDetails {
  /** Machine-readable name, unique inside the room that raises it. */
  code: string;
  /** The values the message speaks of, for logs and JSON output. */
  facts?: Record<string, unknown>;
  /** One imperative line: what to do next. */
  fix?: string;
  cause?: unknown;
}

/** Base of every room's error class. The message says what happened and where; `fix` says what to do next. */
export class TackroomError extends Error {
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly fix: string | undefined;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.facts = details.facts ?? {};
    this.fix = details.fix;
  }
}

/** The caller's mistake: wrong arguments or a bad configuration. A surface answers it with exit code 2. */
export class MisuseError extends TackroomError {}
