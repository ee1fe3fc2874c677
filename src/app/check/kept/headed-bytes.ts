/** Bytes behind a line of JSON that says what they are. */
export interface HeadedBytes<Head> {
  head: Head;
  body: Buffer;
}

export function withHead(head: object, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
}

/** What `withHead` joined, by a file that is sealed: so the head is what it was. */
export function splitHead<Head>(bytes: Buffer): HeadedBytes<Head> {
  const end = bytes.indexOf(10);
  return { head: JSON.parse(bytes.toString('utf8', 0, end)), body: bytes.subarray(end + 1) };
}

/** A copy of some bytes: numbers are read where a multiple of their size begins. */
export function aligned(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
