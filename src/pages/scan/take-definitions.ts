import { type JoinedText, joinParts } from './joined-text.ts';
import { definitionTarget } from './link-target.ts';
import type { RawLink } from './raw-link.ts';
import type { Block } from './scan-blocks.ts';
import { toLabel } from './scan-inline.ts';

const opening = /\[((?:[^[\]\\]|\\.)+)\]:/y;

/** Takes the definitions of links off the beginning of a paragraph: what is left is its text. */
export function takeDefinitions(block: Block, found: RawLink[]): JoinedText {
  let joined = joinParts(block.parts);
  while (joined.text.startsWith('[')) {
    opening.lastIndex = 0;
    const [whole, label = ''] = opening.exec(joined.text) ?? [];
    const target = whole === undefined || label.trim() === '' ? undefined : definitionTarget(joined.text, whole.length);
    if (target === undefined) return joined;
    const at = { start: joined.offsetAt(target.start), end: joined.offsetAt(target.end) };
    found.push({ how: 'definition', label: toLabel(label), url: target.url, text: label, at, whole: at, ...joined.placeAt(0) });
    const taken = joined.text.slice(0, target.after).split('\n').length - (target.after > joined.text.length ? 0 : 1);
    block.parts = block.parts.slice(taken);
    joined = joinParts(block.parts);
  }
  return joined;
}
