/** Numbers as text that is read in a tenth of the time that JSON takes to read them. For the machine that wrote them. */
export function packNumbers(numbers: Float64Array | Int32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

export function unpackDoubles(text: string): Float64Array {
  return new Float64Array(bytesOf(text));
}

export function unpackIntegers(text: string): Int32Array {
  return new Int32Array(bytesOf(text));
}

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}
