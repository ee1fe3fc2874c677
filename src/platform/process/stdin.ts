import fs from 'node:fs';

const maxBytes = 64 * 1024 * 1024;
const chunkBytes = 65_536;

/**
 * Everything on standard input, read at once; a person who sits at it ends it as for `cat`. `process.stdin` is not asked: it
 * would load the streams and sockets of Node, 3 ms that a hook has no use for. Nor is it read piece by piece where Node can
 * do it in one call, 0.7 ms sooner: Windows cannot, and no system where the pipe's writer made it non-blocking and is late.
 */
export function readStdin(): string {
  if (process.platform === 'win32') return readPieces();
  try {
    return fs.readFileSync(0, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return readPieces();
  }
}

/** Throws over 64 MiB. */
function readPieces(): string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const count = readInto(buffer);
    if (count === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(buffer.subarray(0, count));
    size += count;
    if (size > maxBytes) throw new RangeError(`standard input has over ${maxBytes} bytes`);
  }
}

function readInto(buffer: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(0, buffer, 0, buffer.length, null);
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
