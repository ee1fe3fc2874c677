import fs from 'node:fs';

/** The first line of a file, as far as `maxBytes` go; undefined where it cannot be read. No more of the file is read. */
export function readFirstLine(file: string, maxBytes: number): string | undefined {
  return readStart(file, maxBytes)?.split('\n', 1)[0];
}

/** The first `maxBytes` of a file, or all of a shorter one; undefined where it cannot be read. */
export function readStart(file: string, maxBytes: number): string | undefined {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.alloc(maxBytes);
    return bytes.subarray(0, fs.readSync(handle, bytes)).toString('utf8');
  } catch {
    return undefined; // a folder opens
  } finally {
    fs.closeSync(handle);
  }
}
