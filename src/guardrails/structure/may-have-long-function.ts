import { codes } from '../tokens/codes.ts';
import { sorts } from '../tokens/sorts.ts';
import { TokenReader } from '../tokens/token-reader.ts';

/** Words with which what was begun before a closing brace goes on in a further line. */
const goingOn = ['extends', 'is', 'as', 'satisfies', 'in', 'instanceof'];

/** What has a body and is no function. */
const others = ['class', 'interface', 'namespace', 'module', 'enum'];

/** What stands in one pair of brackets, since something in it began that a function may be a part of. */
interface Group {
  /** Line of the first token; -1 before it. */
  since: number;
  /** Whether parameters may have been closed, so that a brace may open a body. */
  mayHaveBody: boolean;
  hasArrow: boolean;
  /** Whether there may be a list of types, in which a comma ends nothing. */
  hasAngle: boolean;
  /** For a brace: whether it may be the body of a function in the group around it. */
  isBody: boolean;
  /** Line of the closing brace that was the last token; -1 after others. */
  closed: number;
}

/**
 * Whether a script may have a function of more lines: never wrong when it says no of code that a parser understands. It takes a
 * tenth of the time of parsing, and most long files are made of short functions.
 */
export function mayHaveLongFunction({ path, text }: { path: string; text: string }, maxLines: number): boolean {
  const tokens = new TokenReader(path, text, 0);
  const groups = [emptyGroup(false)];
  while (tokens.next()) {
    if (isTooLong(groups, tokens, maxLines)) return true;
  }
  return !tokens.isCertain;
}

function emptyGroup(isBody: boolean): Group {
  return { since: -1, mayHaveBody: false, hasArrow: false, hasAngle: false, isBody, closed: -1 };
}

function isTooLong(groups: Group[], tokens: TokenReader, maxLines: number): boolean {
  const { line, open, sort } = tokens;
  const isClosing = open.length + 1 < groups.length;
  const closing = isClosing ? groups.pop() : undefined;
  const group = groups.at(-1);
  if (group === undefined) return true;
  const { closed } = group;
  group.closed = sort === codes.closingBrace ? line : -1;
  const isNext = closed !== -1 && closed < line && sort === sorts.word && !goingOn.some((word) => tokens.isKeyword(word));
  if (!isClosing && isNext) begin(group);
  if (group.since === -1) group.since = line;
  const lines = line - group.since + 1;
  if (lines > maxLines && (group.hasArrow || closing?.isBody === true)) return true;
  note(group, sort);
  if (!group.hasArrow && sort === sorts.word && others.some((word) => tokens.isKeyword(word))) group.mayHaveBody = false;
  if (open.length + 1 > groups.length) groups.push(emptyGroup(sort === codes.brace && group.mayHaveBody));
  return false;
}

function begin(group: Group): void {
  group.since = -1;
  group.mayHaveBody = false;
  group.hasArrow = false;
  group.hasAngle = false;
}

function note(group: Group, sort: number): void {
  if (sort === codes.semicolon || (sort === codes.comma && !group.hasAngle)) begin(group);
  if (sort === codes.closingParen) group.mayHaveBody = true;
  if (sort === codes.less) group.hasAngle = true;
  if (sort === sorts.arrow) {
    group.hasArrow = true;
    group.mayHaveBody = true;
  }
}
