type Part = Uint32Array | Uint8Array;

/** What a pack begins with, as a line of JSON. The numbers follow as they lie in memory: they are read in a hundredth of the time. */
interface Start {
  head: string;
  /** Bytes of each part. */
  sizes: number[];
}

/** Joins a text and lists of numbers in one file. */
export function pack(head: string, parts: readonly Part[]): Buffer {
  const start: Start = { head, sizes: parts.map(({ byteLength }) => byteLength) };
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return Buffer.concat([Buffer.from(`${JSON.stringify(start)}\n`), ...bytes]);
}

export interface Unpacked {
  head: string;
  bytes(part: number): Uint8Array;
  numbers(part: number): Uint32Array;
}

export function unpack(content: Buffer): Unpacked {
  const end = content.indexOf(10);
  const { head, sizes }: Start = JSON.parse(content.toString('utf8', 0, end));
  const copy = (part: number): ArrayBuffer => {
    const from = content.byteOffset + end + 1 + sizes.slice(0, part).reduce((sum, size) => sum + size, 0);
    const room = new ArrayBuffer(sizes[part] ?? 0); // numbers of four bytes must begin at a multiple of four
    new Uint8Array(room).set(new Uint8Array(content.buffer, from, sizes[part] ?? 0));
    return room;
  };
  return { head, bytes: (part) => new Uint8Array(copy(part)), numbers: (part) => new Uint32Array(copy(part)) };
}
