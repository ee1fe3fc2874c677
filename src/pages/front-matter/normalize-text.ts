/** A page with \n as its only line end and without a byte order mark: lines and columns stay what an editor shows. */
export function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
