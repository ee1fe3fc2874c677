import type { Nodes } from 'mdast';
import { type Place, startOfPage } from '../mistake.ts';

/** Where a node begins. */
export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  return start === undefined ? startOfPage : { line: start.line, column: start.column };
}
