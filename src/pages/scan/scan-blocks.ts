import { type Container, isBlank, matchContainers, openContainer } from './containers.ts';
import { blockStart, type Leaf } from './leaf.ts';
import { type LineCursor, textStart } from './line-cursor.ts';

/** A piece of a line that belongs to a block, without the marks of lists and quotes around it. */
export interface Part {
  text: string;
  /** Offset of the piece in the whole text. */
  start: number;
  line: number;
  /** Of its first character, from 1. */
  column: number;
}

/** A block without further blocks in it. */
export interface Block {
  kind: Leaf['kind'];
  parts: Part[];
  line: number;
  /** Of a heading. */
  depth?: number;
  /** What stands after the ticks of a fence. */
  info?: string;
  /** Set where it is the first block of an item of a list. */
  item?: { isNumbered: boolean };
  /** Inside a list or a quote. */
  isNested: boolean;
}

/**
 * The blocks of a Markdown text in the order of its lines. It does what a CommonMark parser does with blocks, and builds no tree: a
 * knowledge base of two thousand pages is read in the time that the parser takes for a hundred. `test/pages/scan/` holds the two
 * to the same links, headings and code.
 */
export function scanBlocks(text: string, from: { offset: number; line: number }): Block[] {
  const state: State = { blocks: [], containers: [], open: undefined };
  let offset = from.offset;
  let line = from.line;
  while (offset <= text.length) {
    const end = text.indexOf('\n', offset);
    const stop = end === -1 ? text.length : end;
    scanLine(state, { text: text.slice(offset, stop), at: 0, column: 0, offset, line });
    if (end === -1) break;
    offset = stop + 1;
    line++;
  }
  return state.blocks;
}

interface State {
  blocks: Block[];
  containers: Container[];
  /** The block that the next line may go on with. */
  open: { block: Block; leaf: Leaf } | undefined;
}

function scanLine(state: State, cursor: LineCursor): void {
  const matched = matchContainers(state.containers, cursor);
  if (matched < state.containers.length) {
    if (isLazy(state, cursor)) {
      append(state, cursor);
      return;
    }
    state.containers.length = matched;
    state.open = undefined;
  }
  if (state.open !== undefined && state.open.leaf.kind !== 'text' && goOn(state, state.open, cursor)) return;
  const isItem = openContainers(state, cursor);
  if (isBlank(cursor)) {
    state.open = undefined;
    return;
  }
  if (goOnText(state, cursor)) return;
  begin(state, cursor, isItem);
}

/** A paragraph may go on with a line that leaves out the marks of its lists and quotes. */
function isLazy({ open }: State, cursor: LineCursor): boolean {
  if (open?.leaf.kind !== 'text' || isBlank(cursor)) return false;
  return blockStart(cursor, true) === undefined && openContainer({ ...cursor }, false) === undefined;
}

/** Code and HTML go on until they are closed. */
function goOn(state: State, { block, leaf }: NonNullable<State['open']>, cursor: LineCursor): boolean {
  const how = leaf.goesOn(cursor);
  if (how === 'no') {
    state.open = undefined;
    return false;
  }
  if (how !== 'closed') block.parts.push(partOf(cursor));
  if (how !== 'yes') state.open = undefined;
  return true;
}

function openContainers(state: State, cursor: LineCursor): { isNumbered: boolean } | undefined {
  let item: { isNumbered: boolean } | undefined;
  for (;;) {
    const container = openContainer(cursor, state.open?.leaf.kind === 'text');
    if (container === undefined) return item;
    state.containers.push(container);
    state.open = undefined;
    if (container.kind === 'item') item = { isNumbered: container.isNumbered };
  }
}

function goOnText(state: State, cursor: LineCursor): boolean {
  if (state.open?.leaf.kind !== 'text') return false;
  const sign = cursor.text[textStart(cursor)];
  const underline = sign === '=' || sign === '-' ? /^ {0,3}(=+|-+)[ \t]*$/.exec(cursor.text.slice(cursor.at))?.[1] : undefined;
  if (underline !== undefined) {
    state.open.block.kind = 'heading';
    state.open.block.depth = underline.startsWith('=') ? 1 : 2;
    state.open = undefined;
    return true;
  }
  if (blockStart(cursor, true) !== undefined) {
    state.open = undefined;
    return false;
  }
  append(state, cursor);
  return true;
}

function append({ open }: State, cursor: LineCursor): void {
  open?.block.parts.push(partOf(cursor, true));
}

function begin(state: State, cursor: LineCursor, item: { isNumbered: boolean } | undefined): void {
  const leaf = blockStart(cursor, false);
  if (leaf === undefined) return;
  const block: Block = {
    kind: leaf.kind,
    parts: leaf.begins === 'here' ? [leaf.kind === 'heading' ? headingPart(cursor) : partOf(cursor, leaf.kind !== 'code')] : [],
    line: cursor.line,
    isNested: state.containers.length > 0,
    ...(leaf.depth === undefined ? {} : { depth: leaf.depth }),
    ...(leaf.info === undefined ? {} : { info: leaf.info }),
    ...(item === undefined ? {} : { item }),
  };
  if (leaf.kind !== 'rule') state.blocks.push(block);
  state.open = leaf.isClosed ? undefined : { block, leaf };
}

function partOf(cursor: LineCursor, trimmed = false): Part {
  const { text, at, offset, line } = cursor;
  const start = trimmed ? textStart(cursor) : at;
  return { text: text.slice(start), start: offset + start, line, column: start + 1 };
}

/** The text of a heading, without the number signs at either end. */
function headingPart(cursor: LineCursor): Part {
  const part = partOf(cursor, true);
  const signs = /^#+[ \t]*/.exec(part.text)?.[0].length ?? 0;
  const text = part.text
    .slice(signs)
    .replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
    .trimEnd();
  return { ...part, text, start: part.start + signs, column: part.column + signs };
}
