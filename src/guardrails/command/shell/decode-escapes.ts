const named: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
};
const oneEscape = /\\(?:x(?<byte>[\da-f]{1,2})|u(?<short>[\da-f]{1,4})|U(?<long>[\da-f]{1,8})|0?(?<octal>[0-7]{1,3})|(?<other>[\s\S]))/i;
const escapes = new RegExp(oneEscape.source, 'gi');

/** The backslash escapes of `$'...'`, `printf` and `echo -e`. */
export function decodeEscapes(text: string): string {
  return text.replace(escapes, (whole) => decode(whole));
}

function decode(whole: string): string {
  const { byte, short, long, octal, other = '' } = oneEscape.exec(whole)?.groups ?? {};
  const hex = byte ?? short ?? long;
  if (hex) return character(Number.parseInt(hex, 16));
  if (octal) return character(Number.parseInt(octal, 8));
  return named[other] ?? (/\w/.test(other) ? whole : other);
}

function character(code: number): string {
  return String.fromCodePoint(Math.min(code, 0x10ffff));
}
