import { codeTokens, isText } from './code-tokens.ts';

/** Lines that come in and go out. */
export interface CodeChange {
  added: string;
  removed: string;
}

/**
 * The lines in which two texts of a file differ, without comments, blank lines and changes of indentation. A line that
 * stands in both, wherever, has not changed. Prose (Markdown, text) has no comments.
 */
export function changedCode(path: string, before: string, after: string): CodeChange {
  const old = codeLines(path, before);
  const fresh = codeLines(path, after);
  return onlyTexts(without(old, fresh), without(fresh, old));
}

/** Where nothing but texts in quotes was reworded, the code around them did not change: only the texts did. */
function onlyTexts(removed: readonly string[], added: readonly string[]): CodeChange {
  const change = { added: added.join('\n'), removed: removed.join('\n') };
  const old = codeTokens(change.removed);
  const fresh = codeTokens(change.added);
  if (old.length !== fresh.length) return change;
  const differing = [...old.keys()].filter((at) => old[at] !== fresh[at]);
  const isReworded = differing.every((at) => isText(old[at] ?? '') && isText(fresh[at] ?? ''));
  if (!isReworded) return change;
  const texts = (parts: readonly string[]) => differing.map((at) => parts[at]).join('\n');
  return { added: texts(fresh), removed: texts(old) };
}

/** Each line of `others` takes one equal line away. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(key(line), (left.get(key(line)) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(key(line)) ?? 0;
    if (count > 0) left.set(key(line), count - 1);
    return count === 0;
  });
}

function key(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function codeLines(path: string, text: string): string[] {
  const style = commentsOf(path);
  const plain = style === undefined ? text : stripComments(text, style);
  return plain.split('\n').filter((line) => line.trim() !== '');
}

interface CommentStyle {
  /** What begins a comment to the end of the line. */
  line?: string;
  /** What stands around a comment. */
  block?: readonly [string, string];
}

const slashes: CommentStyle = { line: '//', block: ['/*', '*/'] };
const hash: CommentStyle = { line: '#' };
const markup: CommentStyle = { block: ['<!--', '-->'] };

const styles: readonly (readonly [RegExp, CommentStyle])[] = [
  [/\.(?:[cm]?[jt]sx?|go|rs|java|kt|kts|swift|scala|c|h|cc|cpp|hpp|cs|php|dart|scss|less|proto|gradle)$/i, slashes],
  [/\.css$/i, { block: ['/*', '*/'] }],
  [/\.sql$/i, { line: '--', block: ['/*', '*/'] }],
  [
    /(?:\.(?:pyi?|rb|sh|bash|zsh|ya?ml|toml|tf|r|pl|ex|exs|mk|conf|ini|properties|service)|(?:^|\/)(?:Dockerfile[^/]*|Makefile|justfile|\.env[^/]*))$/i,
    hash,
  ],
  [/\.(?:html?|vue|svelte|xml)$/i, markup],
];

function commentsOf(path: string): CommentStyle | undefined {
  return styles.find(([names]) => names.test(path))?.[1];
}

/** Good enough to tell what an edit is about: a sign of comment inside a string is seen, one in a template is not. */
function stripComments(text: string, { line, block }: CommentStyle): string {
  const plain = block === undefined ? text : stripBlocks(text, block);
  return line === undefined ? plain : plain.replace(lineComment(line), '$1');
}

function stripBlocks(text: string, [open, close]: readonly [string, string]): string {
  return text.replace(new RegExp(`(^|[\\s({,;])${literally(open)}[\\s\\S]*?(?:${literally(close)}|$(?![\\s\\S]))`, 'g'), '$1');
}

/** Behind a space or at the start of a line only, and not inside quotes: an address has slashes too, a colour a hash. */
function lineComment(sign: string): RegExp {
  return new RegExp(
    `(^(?:[^"'\`\\n]|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'|\`[^\`\\n]*\`)*?(?:^|\\s))${literally(sign)}[^\\n]*$`,
    'gm',
  );
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
