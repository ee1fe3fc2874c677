import type { CodeChange } from './changed-code.ts';
import { codeTokens } from './code-tokens.ts';

/**
 * Whether a change does nothing but give names others, each name always the same one: the code does what it did. Members,
 * which others may know by their names, and names that a word list of the language would hold are no such names.
 */
export function isRenaming({ added, removed }: CodeChange): boolean {
  const before = codeTokens(removed);
  const after = codeTokens(added);
  if (before.length === 0 || before.length !== after.length) return false;
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const [index, old] of before.entries()) {
    const fresh = after[index] ?? '';
    const known = renamed.get(old);
    if (known !== undefined ? known !== fresh : taken.has(fresh)) return false;
    if (old !== fresh && !(isLocal(old) && isLocal(fresh) && isOwn(before, index))) return false;
    renamed.set(old, fresh);
    taken.add(fresh);
  }
  return true;
}

/** A member, a key, a field, an argument by name and what is called are names that others use as well. */
function isOwn(tokens: readonly string[], index: number): boolean {
  const before = tokens[index - 1] ?? '';
  const after = tokens[index + 1] ?? '';
  if (before === '.' || before === '@' || after === '(' || after === ':') return false;
  return !(after === '=' && tokens[index + 2] !== '=' && (before === '(' || before === ','));
}

/** A name that begins small, as those of variables do in most languages. */
function isLocal(name: string): boolean {
  return /^[\p{Ll}_][\p{L}\p{N}_]*$/u.test(name) && !words.has(name);
}

const words: ReadonlySet<string> = new Set(
  'await async break case catch class const continue def default defer delete do elif else enum except export extends false final finally fn for from func function go if implements import in interface is lambda let match mut new nil none not null or pass private protected pub public raise range readonly return self static struct super switch this throw throws true try type undefined unsafe use var void while with yield and'.split(
    ' ',
  ),
);
