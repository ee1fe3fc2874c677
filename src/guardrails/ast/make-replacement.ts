import type { AstCheck } from '#kernel/records/guardrail.ts';
import { astConfig } from './ast-config.ts';
import type { AstNode } from './open-addon.ts';
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
    const captured = many === undefined ? [match.getMatch(name)] : match.getMultipleMatches(name);
    return piece(text, captured, indent);
  });
  return filled.includes('\n') ? reindent(filled, 0, indentAt(text, node.range().start.index)) : filled;
}

/** The source from the first captured node to the last, its further lines shifted from where they stood to where they go. */
function piece(text: string, captured: readonly (AstNode | null)[], indent: number): string {
  const start = captured[0]?.range().start.index;
  const end = captured.at(-1)?.range().end.index;
  if (start === undefined || end === undefined) return '';
  const source = text.slice(start, end);
  return source.includes('\n') ? reindent(source, indentAt(text, start), indent) : source;
}
