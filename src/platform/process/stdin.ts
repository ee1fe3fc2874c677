import fs from 'node:fs';

const maxBytes = 64 * 1024 * 1024;
const firstBytes = 8_192;
const chunkBytes = 65_536;

/**
 * Everything on standard input, read at once; empty when a person sits at it. Throws over 64 MiB. `process.stdin` is
 * not asked: it would load the streams and sockets of Node, 3 ms that a hook has no use for. Most payloads fit in the
 * first buffer, which is small because Node 20 takes 0.2 ms for a large one.
 */
export function readStdin(): string {
  if (fs.fstatSync(0).isCharacterDevice()) return ''; // a terminal, or /dev/null
  const first = Buffer.allocUnsafe(firstBytes);
  let filled = 0;
  for (let count = readInto(first, 0); count > 0; count = readInto(first, filled)) {
    filled += count;
    if (filled === firstBytes) return readOn(first);
  }
  return first.toString('utf8', 0, filled);
}

function readOn(first: Buffer): string {
  const chunks = [first];
  let size = first.length;
  for (;;) {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const count = readInto(buffer, 0);
    if (count === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(buffer.subarray(0, count));
    size += count;
    if (size > maxBytes) throw new RangeError(`standard input has over ${maxBytes} bytes`);
  }
}

function readInto(buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return fs.readSync(0, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0; // how Windows says that a pipe has ended
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a pipe that its writer made non-blocking
    }
  }
}

/** Writes all of a text to standard output before it returns. */
export function writeStdout(text: string): void {
  fs.writeSync(1, text);
}
