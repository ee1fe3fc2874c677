import { createHash } from 'node:crypto';
import { readStateBytes, writeState } from './state-file.ts';

/**
 * Text that was kept under a key, whole; undefined where there is none, where it was kept under another key, and where
 * even one byte of it is not as it was written. For what can be made again: nothing that is wrong with the file is an error.
 */
export function readSealed(file: string, key: string): string | undefined {
  try {
    const bytes = readStateBytes(file);
    if (bytes === undefined) return undefined;
    const end = bytes.indexOf(10);
    const body = bytes.subarray(end + 1);
    return bytes.toString('utf8', 0, end + 1) === seal(key, body) ? body.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps text in one step. Where it cannot be written it is not kept. */
export function writeSealed(file: string, key: string, text: string): void {
  const body = Buffer.from(text);
  try {
    writeState(file, Buffer.concat([Buffer.from(seal(key, body)), body]));
  } catch {
    // a full disk, a folder that may not be written: it is made again when it is needed
  }
}

function seal(key: string, body: Buffer): string {
  return `${createHash('sha256').update(JSON.stringify(key)).update(body).digest('hex')}\n`;
}
