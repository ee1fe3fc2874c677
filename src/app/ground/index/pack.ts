import { isAscii } from 'node:buffer';

type Part = Uint32Array | Uint8Array;

/**
 * Joins a text and lists of numbers in one file: a line with the bytes of each, then the text, then the numbers as they lie in memory,
 * which are read in a hundredth of the time that JSON takes.
 */
export function pack(head: string, parts: readonly Part[]): Buffer {
  const text = Buffer.from(head);
  const sizes = [text.length, ...parts.map(({ byteLength }) => byteLength)];
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return Buffer.concat([Buffer.from(`${sizes.join(' ')}\n`), text, ...bytes]);
}

export interface Unpacked {
  head: string;
  bytes(part: number): Uint8Array;
  numbers(part: number): Uint32Array;
}

export function unpack(content: Buffer): Unpacked {
  const end = content.indexOf(10);
  const sizes = content.toString('latin1', 0, end).split(' ').map(Number);
  const piece = (place: number): Buffer => {
    const from = end + 1 + sizes.slice(0, place).reduce((sum, size) => sum + size, 0);
    return content.subarray(from, from + (sizes[place] ?? 0));
  };
  const copy = (part: number): ArrayBuffer => {
    const from = piece(part + 1);
    const room = new ArrayBuffer(from.length); // numbers of four bytes must begin at a multiple of four
    new Uint8Array(room).set(from);
    return room;
  };
  const text = piece(0);
  return {
    head: text.toString(isAscii(text) ? 'latin1' : 'utf8'), // the same for ASCII, and much faster
    bytes: (part) => piece(part + 1),
    numbers: (part) => new Uint32Array(copy(part)),
  };
}
