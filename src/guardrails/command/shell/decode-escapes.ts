const NAMED: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', v: '\v' };

/** The backslash escapes of `$'...'`, `printf` and `echo -e`. */
export function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|0?([0-7]{1,3})|([\s\S]))/gi,
    (whole, x, u, long, octal, other) => {
      const hex = x ?? u ?? long;
      if (hex || octal) return String.fromCodePoint(Math.min(hex ? Number.parseInt(hex, 16) : Number.parseInt(octal, 8), 0x10ffff));
      return NAMED[other] ?? (/\w/.test(other) ? whole : other);
    },
  );
}
