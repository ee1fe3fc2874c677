import type { AstCheck } from '#kernel/records/guardrail.ts';
import { astConfig } from './ast-config.ts';
import type { AstNode } from './engine.ts';
import { indentAt, reindent } from './reindent.ts';

/** `$$$NAME`, `$NAME` or `$$NAME`, as ast-grep reads a fix. */
export const fixVariable = /\$\$\$([A-Z_][A-Z0-9_]*)|\$\$?([A-Z_][A-Z0-9_]*)/g;

/** What the check's fix makes of a hit, as the ast-grep command line writes it; undefined where there is no fix. */
export function makeReplacement(node: AstNode, check: AstCheck, text: string): string | undefined {
  const { fix } = check;
  if (fix === undefined) return undefined;
  const match = node.find(astConfig(check)) ?? node; // found again alone, so that its metavariables are those of this rule
  const transformed = new Set(Object.keys(check.transform ?? {}));
  const filled = fix.replace(fixVariable, (_, many: string | undefined, one: string | undefined, at: number) => {
    const indent = indentAt(fix, at);
    const name = many ?? one ?? '';
    if (transformed.has(name)) return reindent(match.getTransformed(name) ?? '', 0, indent);
    const [first, last] = many === undefined ? [match.getMatch(name), match.getMatch(name)] : ends(match.getMultipleMatches(name));
    return first == null || last == null ? '' : moved(text, first.range().start.index, last.range().end.index, indent);
  });
  return filled.includes('\n') ? reindent(filled, 0, indentAt(text, node.range().start.index)) : filled;
}

/** A captured piece of source, its further lines shifted from where they stood to where they go. */
function moved(text: string, start: number, end: number, indent: number): string {
  const piece = text.slice(start, end);
  return piece.includes('\n') ? reindent(piece, indentAt(text, start), indent) : piece;
}

function ends(nodes: readonly AstNode[]): [AstNode | undefined, AstNode | undefined] {
  return [nodes[0], nodes.at(-1)];
}
