import { wellFormed } from './well-formed.ts';

/** An element with its attributes in the order given; `content` is XML already. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const settings = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${settings.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text between tags or in an attribute. Line ends and tabs as numbers, since a parser turns them into spaces in attributes. What XML 1.0 cannot hold at all becomes U+FFFD. */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
