import { createInterface } from 'node:readline/promises';
import type { Io } from '../command.ts';

/** Asks a person for one line; undefined where there is no terminal on both ends, or nothing was said. */
export async function readAnswer(io: Io, question: string): Promise<string | undefined> {
  if (!io.stdout.isTTY || io.stdin.isTTY !== true) return undefined;
  io.stdout.write(question);
  const lines = createInterface({ input: io.stdin, signal: io.signal });
  try {
    for await (const line of lines) return line.trim() === '' ? undefined : line.trim();
    return undefined;
  } finally {
    lines.close();
  }
}
