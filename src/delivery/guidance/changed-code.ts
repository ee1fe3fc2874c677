import { codeTokens, isText } from './code-tokens.ts';

/** Lines that come in and go out. */
export interface CodeChange {
  added: string;
  removed: string;
  /** Where nothing but texts in quotes was reworded: these texts alone, of both sides. */
  texts?: string;
}

/**
 * The lines in which two texts of a file differ, without comments, blank lines and changes of indentation. A line that
 * stands in both, wherever, has not changed. Prose (Markdown, text) has no comments.
 */
export function changedCode(path: string, before: string, after: string): CodeChange {
  const old = codeLines(path, before);
  const fresh = codeLines(path, after);
  const removed = without(old, fresh);
  const added = without(fresh, old);
  if (flat(removed) === flat(added)) return { added: '', removed: '' };
  return { added: added.join('\n'), removed: removed.join('\n'), ...rewordedTexts(removed, added) };
}

/** Code without line ends and the commas before a closing bracket, which is what those change who break a line. */
function flat(lines: readonly string[]): string {
  return codeTokens(lines.join('\n'))
    .join(' ')
    .replace(/, (?=[)\]}])/g, '');
}

/** Where nothing but texts in quotes was reworded, the code around them was not touched. */
function rewordedTexts(removed: readonly string[], added: readonly string[]): { texts?: string } {
  const old = codeTokens(removed.join('\n'));
  const fresh = codeTokens(added.join('\n'));
  if (old.length !== fresh.length) return {};
  const differing = [...old.keys()].filter((at) => old[at] !== fresh[at]);
  const isReworded = differing.length > 0 && differing.every((at) => isText(old[at] ?? '') && isText(fresh[at] ?? ''));
  return isReworded ? { texts: differing.flatMap((at) => [old[at] ?? '', fresh[at] ?? '']).join('\n') } : {};
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
  /** A text that stands alone and documents what it stands in. */
  doc?: RegExp;
}

const slashes: CommentStyle = { line: '//', block: ['/*', '*/'] };
const hash: CommentStyle = { line: '#' };
const python: CommentStyle = { line: '#', doc: /(^[^\S\n]*)(?:"""[\s\S]*?"""|'''[\s\S]*?''')[^\S\n]*$/gm };
const markup: CommentStyle = { block: ['<!--', '-->'] };

const styles: readonly (readonly [RegExp, CommentStyle])[] = [
  [/\.(?:[cm]?[jt]sx?|go|rs|java|kt|kts|swift|scala|c|h|cc|cpp|hpp|cs|php|dart|scss|less|proto|gradle)$/i, slashes],
  [/\.pyi?$/i, python],
  [/\.css$/i, { block: ['/*', '*/'] }],
  [/\.sql$/i, { line: '--', block: ['/*', '*/'] }],
  [
    /(?:\.(?:rb|sh|bash|zsh|ya?ml|toml|tf|r|pl|ex|exs|mk|conf|ini|properties|service)|(?:^|\/)(?:Dockerfile[^/]*|Makefile|justfile|\.env[^/]*))$/i,
    hash,
  ],
  [/\.(?:html?|vue|svelte|xml)$/i, markup],
];

function commentsOf(path: string): CommentStyle | undefined {
  return styles.find(([names]) => names.test(path))?.[1];
}

/** Good enough to tell what an edit is about: a sign of comment inside a string is seen, one in a template is not. */
function stripComments(text: string, { line, block, doc }: CommentStyle): string {
  const undocumented = doc === undefined ? text : text.replace(doc, '$1');
  const plain = block === undefined ? undocumented : stripBlocks(undocumented, block);
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
