import { readStdin, writeStdout } from '#platform/process/stdin.ts';

/** The agent's payload. A surface may not touch file descriptors itself. */
export function readHookPayload(): string {
  return readStdin();
}

/** Answers the agent before the process ends. */
export function sayHookAnswer(text: string): void {
  writeStdout(text);
}
