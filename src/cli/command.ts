import type { Command } from 'commander';

/** A place to write text, as a terminal or a pipe. */
export interface Sink {
  write(text: string): void;
  isTTY: boolean;
  /** Width of the terminal, where there is one. */
  columns?: number;
}

/** All that a command may know of the world around it, so that tests can run it in their own process. */
export interface Io {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: Sink;
  stderr: Sink;
  /** What a person types to call us; default `tackroom`. `stderr` says it by itself. */
  call?: string;
  /** Aborted by SIGINT and SIGTERM; a command that sees it throws `signal.reason`. */
  signal: AbortSignal;
}

/**
 * Adds one command to the program. Its action calls `exit` with an exit code other than 0 at most once, and then returns;
 * it never calls `process.exit`. A thrown TackroomError becomes a message on stderr and the right code in `main`.
 */
export type Register = (program: Command, io: Io, exit: (code: number) => void) => void;
