const maxBytes = 2 * 1024 * 1024;
const maxLineLength = 20_000;

/** Generated or bundled text that nobody edits by hand and that would cost seconds to parse. */
export function isMinified(text: string): boolean {
  if (text.length <= maxLineLength) return false;
  if (text.length > maxBytes) return true;
  let start = 0;
  while (start + maxLineLength < text.length) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end - start > maxLineLength) return true;
    start = end + 1;
  }
  return false;
}
