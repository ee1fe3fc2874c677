import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readStateBytes, writeState } from './state-file.ts';

/**
 * Text that was kept under a key, whole; undefined where there is none, where it was kept under another key, and where
 * even one byte of it is not as it was written. For what can be made again: nothing that is wrong with the file is an error.
 */
export function readSealed(file: string, key: string): string | undefined {
  const body = readSealedBytes(file, key);
  return body?.toString(isAscii(body) ? 'latin1' : 'utf8'); // the same for ASCII, and much faster
}

/** The same for what is no text. */
export function readSealedBytes(file: string, key: string): Buffer | undefined {
  try {
    const bytes = readStateBytes(file);
    if (bytes === undefined) return undefined;
    const end = bytes.indexOf(10);
    const body = bytes.subarray(end + 1);
    return bytes.toString('utf8', 0, end + 1) === seal(key, body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps text or bytes in one step. Where they cannot be written they are not kept. */
export function writeSealed(file: string, key: string, content: string | Buffer): void {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    writeState(file, Buffer.concat([Buffer.from(seal(key, body)), body]));
    removeLeftovers(file);
  } catch {
    // a full disk, a folder that may not be written: it is made again when it is needed
  }
}

function seal(key: string, body: Buffer): string {
  return `${createHash('sha256').update(JSON.stringify(key)).update(body).digest('hex')}\n`;
}

/** No writer takes so long: what is older was left by one that was killed. */
const abandonedMs = 60_000;

function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const leftover = path.join(folder, name);
    const stat = fs.statSync(leftover, { throwIfNoEntry: false });
    if (stat !== undefined && stat.mtimeMs < Date.now() - abandonedMs) fs.rmSync(leftover, { force: true });
  }
}
