import type { Code, Root } from 'mdast';
import type { Mistake } from '../mistake.ts';
import { placeOf } from './place-of.ts';
import { walk } from './walk.ts';

/** Fences of code that the page never ends: all that follows them is taken for code. */
export function unclosedFences(root: Root, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const node of walk(root)) {
    if (node.type !== 'code' || isClosed(node, text)) continue;
    mistakes.push({
      ...placeOf(node),
      code: 'unclosed-fence',
      message: 'This fence is never closed.',
      fix: 'End it with a line of as many ticks as it begins with.',
    });
  }
  return mistakes;
}

function isClosed(node: Code, text: string): boolean {
  const source = text.slice(node.position?.start.offset, node.position?.end.offset);
  const opening = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (opening === undefined) return true; // indented code has no fence
  const last = source
    .slice(source.lastIndexOf('\n') + 1)
    .replace(/^[ \t>]+/, '')
    .trimEnd();
  return source.includes('\n') && last.length >= opening.length && last === (opening[0] ?? '').repeat(last.length);
}
