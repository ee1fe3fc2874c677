import fs from 'node:fs';

const maxBytes = 64 * 1024 * 1024;

/**
 * Everything on standard input, read at once; empty when a person sits at it. Throws over 64 MiB. `process.stdin` is
 * not asked: it would load the streams and sockets of Node, 3 ms that a hook has no use for.
 */
export function readStdin(): string {
  if (fs.fstatSync(0).isCharacterDevice()) return ''; // a terminal, or /dev/null
  const chunks: Buffer[] = [];
  let size = 0;
  for (let chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw new RangeError(`standard input has over ${maxBytes} bytes`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readChunk(): Buffer {
  const buffer = Buffer.allocUnsafe(65_536);
  for (;;) {
    try {
      return buffer.subarray(0, fs.readSync(0, buffer));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return buffer.subarray(0, 0); // how Windows says that a pipe has ended
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a pipe that its writer made non-blocking
    }
  }
}

/** Writes all of a text to standard output before it returns. */
export function writeStdout(text: string): void {
  fs.writeSync(1, text);
}
