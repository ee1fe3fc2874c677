import { createInterface } from 'node:readline/promises';
import type { Io } from './command.ts';

/** Asks a person yes or no; without a terminal on both ends nobody can be asked. */
export async function confirm(io: Io, question: string): Promise<'yes' | 'no' | 'nobody'> {
  if (!io.stdout.isTTY || io.stdin.isTTY !== true) return 'nobody';
  io.stdout.write(`${question} [y/N] `);
  if (io.stdin.readable === false) return 'no'; // ended at an earlier question: a reader would wait for ever
  const lines = createInterface({ input: io.stdin, signal: io.signal });
  try {
    for await (const line of lines) return /^y(es)?$/i.test(line.trim()) ? 'yes' : 'no';
    return 'no';
  } finally {
    lines.close();
  }
}
