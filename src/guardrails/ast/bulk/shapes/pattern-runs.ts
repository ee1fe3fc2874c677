import type { ScriptLanguage } from '../../ast-language.ts';
import type { AstNode } from '../../open-addon.ts';
import { isClean, parsePattern } from '../../parse-pattern.ts';
import { isVariable } from '../../with-sigils.ts';
import { closingGap, gap } from './gap.ts';
import { escaped, wholeWord } from './shape.ts';
import { isStatementList } from './statement-lists.ts';

/** Tokens of a pattern without a metavariable between them: they stand in whatever it matches, one behind the other. */
export interface Run {
  source: string;
  /** Of its tokens the last. */
  last: string;
  /** Of the call whose bracket it ends with, where their number is known. */
  arguments?: number;
  /** Whether that call is the whole pattern. */
  opensWhole: boolean;
  /** Whether it begins with a name that is no property's. */
  isBare: boolean;
  /** Whether it is such a name and the bracket of its call. */
  isCallOfName: boolean;
  /** Whether it begins in a list of statements or members that the pattern holds. */
  isInList: boolean;
}

/** In their order. `lead`: how many metavariables, and tokens of which nothing is known, stand before the first. */
export function patternRuns(pattern: unknown, language: ScriptLanguage): { runs: Run[]; lead: number } {
  const parsed = parsePattern(pattern, language);
  if (parsed === undefined || !isClean(parsed.node, language) || !['cst', 'smart'].includes(parsed.strictness))
    return { runs: [], lead: 0 };
  const runs: Run[] = [emptyRun];
  let isClosed = false;
  for (const { call, isInList, node } of leavesOf(parsed.node, { sigil: parsed.sigil, isWhole: true, isInList: false })) {
    const run = runs.at(-1) ?? emptyRun;
    const token = tokenOf(node, { sigil: parsed.sigil, before: run.last });
    if (token === 'anything') runs.push(emptyRun);
    else if (token !== undefined)
      runs[runs.length - 1] = longer(run, {
        token,
        call,
        gap: isClosed ? closingGap : gap,
        isName: node.kind() === 'identifier',
        isInList,
      });
    isClosed = token === undefined && (isClosed || /^[)\]}]$/.test(node.text()));
  }
  return { runs: runs.filter(({ source }) => source !== ''), lead: runs.findIndex(({ source }) => source !== '') };
}

const emptyRun: Run = { source: '', last: '', opensWhole: false, isBare: false, isCallOfName: false, isInList: false };

function longer(
  { isBare, isInList, last, source }: Run,
  next: { token: string; call: Call | undefined; gap: string; isName: boolean; isInList: boolean },
): Run {
  const { call, token } = next;
  return {
    source: source === '' ? token : source + next.gap + token,
    last: token,
    opensWhole: call?.isWhole === true,
    isBare: source === '' ? next.isName : isBare,
    isCallOfName: call !== undefined && source === last && isBare,
    isInList: source === '' ? next.isInList : isInList,
    ...(call?.count === undefined ? {} : { arguments: call.count }),
  };
}

/** Kinds that are one word of the source, compared by its text. */
const words = /^(?:identifier|property_identifier|type_identifier|shorthand_property_identifier|this|super|null|true|false|undefined)$/;

/** Tokens without a name that are always there as they are written. */
const signs = /^(?:[({[]|=>|&&|\|\||\?\?)$/;

/** A call whose bracket was just opened. */
interface Call {
  /** Undefined where a metavariable stands for any number. */
  count: number | undefined;
  isWhole: boolean;
}

interface Leaf {
  node: AstNode;
  isInList: boolean;
  call?: Call;
}

function leavesOf(node: AstNode, about: { sigil: string; isWhole: boolean; isInList: boolean }): Leaf[] {
  if (node.isLeaf()) return [{ node, isInList: about.isInList }];
  const isCall = node.kind() === 'call_expression';
  const isInList = about.isInList || isStatementList(node.kind());
  return node.children().flatMap((child, index) => {
    const leaves = leavesOf(child, { ...about, isInList, isWhole: about.isWhole && isCall && child.kind() === 'arguments' });
    const [leaf] = leaves;
    if (leaf === undefined || node.kind() !== 'arguments' || index > 0) return leaves;
    return [{ ...leaf, call: { count: countArguments(node, about.sigil), isWhole: about.isWhole } }];
  });
}

function countArguments(list: AstNode, sigil: string): number | undefined {
  const named = list.children().filter((child) => child.isNamed() && child.kind() !== 'comment');
  return named.some((child) => child.text().startsWith(sigil.repeat(3))) ? undefined : named.length;
}

/** Undefined for what may be missing, and what lies between two tokens anyhow. */
function tokenOf(leaf: AstNode, { before, sigil }: { before: string; sigil: string }): string | 'anything' | undefined {
  const text = leaf.text();
  if (isVariable(text, sigil)) return 'anything';
  if (leaf.isNamed()) return words.test(leaf.kind()) && /^[A-Za-z_][\w]*$/.test(text) ? wholeWord(text) : 'anything';
  if (text === '.') return memberDot;
  if (text === '=') return assignment;
  if (text === '==') return looseEquality;
  if (/^[a-z]{2,}$/.test(text)) return wholeWord(text);
  if (signs.test(text)) return escaped(text);
  if (['\\(\\)', '\\[\\]', '\\{\\}'].includes(`${before}\\${text}`)) return escaped(text); // with nothing between them
  return /^[)\]};,:]$/.test(text) ? undefined : 'anything';
}

/** Not that of `?.`, which is a node of its own, and none of `...`. */
export const memberDot = '(?<!\\?|\\.\\.)\\.(?!\\.\\.)(?<!\\.\\.(?=\\.))';

/** Not a part of a longer sign. */
const assignment = '(?<![=!<>+\\-*/%&|^?])=(?![=>])';

/** Not a part of `===` or, after what may be an operand, of `!==`. */
const looseEquality = '(?<!=|[\\w$)\\]}\'"`]\\s*!)==(?!=)';
