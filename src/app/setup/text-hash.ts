import { createHash } from 'node:crypto';

/** Identity of a text, whatever line ends git checked it out with. */
export function textHash(text: string): string {
  return `sha256:${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')}`;
}
