import type { ScriptLanguage } from '../../ast-language.ts';
import type { AstNode } from '../../open-addon.ts';
import { isClean, parsePattern } from '../../parse-pattern.ts';
import { isVariable } from '../../with-sigils.ts';
import { gap } from './gap.ts';
import { escaped, matching, type Shape, wholeWord } from './shape.ts';

/** Kinds that are one word of the source, compared by its text. */
const words = /^(?:identifier|property_identifier|type_identifier|shorthand_property_identifier|this|super|null|true|false|undefined)$/;

/** Tokens without a name that are always there as they are written. */
const signs = /^(?:[({[.]|=>|&&|\|\||\?\?)$/;

/** The runs of tokens between the metavariables of a pattern: each stands in whatever it matches, in this order. */
export function patternShapes(pattern: unknown, language: ScriptLanguage): Shape[] {
  const parsed = parsePattern(pattern, language);
  if (parsed === undefined || !isClean(parsed.node, language) || !['cst', 'smart'].includes(parsed.strictness)) return [];
  const runs: string[][] = [[]];
  for (const leaf of leavesOf(parsed.node)) {
    const token = tokenOf(leaf, parsed.sigil);
    if (token === 'anything') runs.push([]);
    else if (token !== undefined) runs.at(-1)?.push(token);
    else if (closes(leaf.text(), runs.at(-1)?.at(-1))) runs.at(-1)?.push(escaped(leaf.text()));
  }
  return runs.flatMap((run) => (run.length === 0 ? [] : [matching(run.join(gap))]));
}

function leavesOf(node: AstNode): AstNode[] {
  return node.isLeaf() ? [node] : node.children().flatMap(leavesOf);
}

/** Brackets with nothing between them. */
function closes(text: string, before: string | undefined): boolean {
  return before !== undefined && ['\\(\\)', '\\[\\]', '\\{\\}'].includes(`${before}\\${text}`);
}

/** Undefined for what may be missing, and what lies between two tokens anyhow. */
function tokenOf(leaf: AstNode, sigil: string): string | 'anything' | undefined {
  const text = leaf.text();
  if (isVariable(text, sigil)) return 'anything';
  if (leaf.isNamed()) return words.test(leaf.kind()) && /^[A-Za-z_][\w]*$/.test(text) ? wholeWord(text) : 'anything';
  if (text === '==') return looseEquality;
  if (/^[a-z]{2,}$/.test(text)) return wholeWord(text);
  if (signs.test(text)) return escaped(text);
  return /^[)\]};,:]$/.test(text) ? undefined : 'anything';
}

/** Not a part of `===` or, after what may be an operand, of `!==`. */
const looseEquality = '(?<!=|[\\w$)\\]}\'"`]\\s*!)==(?!=)';
