/** How far a line has been read. */
export interface LineCursor {
  text: string;
  /** Characters read. */
  at: number;
  /** The column they reach, from 0: a tab reaches the next multiple of four. */
  column: number;
  /** Offset of the line in the whole text. */
  offset: number;
  line: number;
}

/** Columns of white space that follow. */
export function indentOf({ text, at, column }: LineCursor): number {
  let reached = column;
  for (let index = at; index < text.length; index++) {
    const sign = text[index];
    if (sign === ' ') reached++;
    else if (sign === '\t') reached += 4 - (reached % 4);
    else break;
  }
  return reached - column;
}

/** Passes over white space of so many columns; a tab that is wider is passed over whole. */
export function skipColumns(cursor: LineCursor, columns: number): void {
  const goal = cursor.column + columns;
  while (cursor.column < goal && cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at];
    if (sign !== ' ' && sign !== '\t') return;
    cursor.column += sign === ' ' ? 1 : 4 - (cursor.column % 4);
    cursor.at++;
  }
}

/** Where the text of a line begins behind its white space; its length where there is none. */
export function textStart({ text, at }: LineCursor): number {
  let index = at;
  while (text[index] === ' ' || text[index] === '\t') index++;
  return index;
}
