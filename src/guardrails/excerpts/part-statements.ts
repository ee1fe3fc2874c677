import { type Code, sign } from '../lexer/code.ts';
import { beginsCase, nextStatement } from './next-statement.ts';

/** Parts of a text, by the indexes of where each begins and ends in turn. */
export type Parts = readonly number[];

/** What lies between two braces, or the whole file. */
interface Level {
  begin: number;
  /** Whether it has had more than one statement, or member. */
  isList: boolean;
  /** Where the statement begins that is being read. */
  start: number;
  /** How much had been put down before it. */
  leftOut: number;
  whole: number;
  /** Whether an anchor stands in it outside of all lists in it, and whether in one of them. */
  isAnchored: boolean;
  isAround: boolean;
  /** Whether one before it was either. */
  hasAnchored: boolean;
}

/**
 * Parts a text: statements with an anchor are kept whole, those around them without other statements, and all others are left out. What
 * is left parses as it did, since lists of statements and of members only become shorter. Neither overlaps the other.
 */
export function partByAnchors({ signs, text }: Code, anchors: readonly number[]): { leftOut: Parts; whole: Parts } {
  return new Parting(text, anchors).read(signs);
}

/** The same where statements are only kept around others: those that `isAround` says so of, by where they begin and end. */
export function partBySize({ signs, text }: Code, isAround: (start: number, end: number) => boolean): { leftOut: Parts; whole: Parts } {
  return new Parting(text, [], isAround).read(signs);
}

class Parting {
  readonly #text: string;
  /** In their order. */
  readonly #anchors: readonly number[];
  readonly #isAround: ((start: number, end: number) => boolean) | undefined;
  #next = 0;
  readonly #leftOut: number[] = [];
  readonly #whole: number[] = [];
  #level = this.#newLevel(0);
  readonly #outer: Level[] = [];

  constructor(text: string, anchors: readonly number[], isAround?: (start: number, end: number) => boolean) {
    this.#text = text;
    this.#anchors = anchors;
    this.#isAround = isAround;
  }

  read(signs: readonly number[]): { leftOut: Parts; whole: Parts } {
    for (const each of signs) {
      const [at, which] = [each >> 2, each & 3];
      if (which === sign.open) this.#open(at);
      else if (which === sign.semicolon) this.#endAt(at);
      else {
        this.#close(at);
        if (which === sign.closeInList) this.#endAt(at);
      }
    }
    this.#meetAnchors(this.#text.length);
    this.#end(this.#text.length);
    return { leftOut: this.#leftOut, whole: this.#whole };
  }

  #open(at: number): void {
    this.#meetAnchors(at);
    this.#outer.push(this.#level);
    this.#level = this.#newLevel(at + 1);
  }

  #close(at: number): void {
    this.#meetAnchors(at - 1);
    const level = this.#level;
    if (level.isList) this.#end(at);
    const outer = this.#outer.pop() ?? level;
    this.#level = outer;
    if (level.isList) outer.isAround ||= level.hasAnchored;
    else {
      outer.isAnchored ||= level.isAnchored;
      outer.isAround ||= level.isAround;
    }
  }

  /** After a sign that may end a statement. */
  #endAt(at: number): void {
    const { begin, isList } = this.#level;
    const next = nextStatement(this.#text, at);
    if (next === undefined || (!isList && beginsCase(this.#text, begin))) return; // a statement belongs to the case before it
    this.#meetAnchors(next - 1);
    this.#level.isList = true;
    this.#end(next);
  }

  #end(end: number): void {
    const level = this.#level;
    const { isAnchored, start } = level;
    const isAround = level.isAround || this.#isAround?.(start, end) === true;
    if (isAnchored || !isAround) {
      this.#leftOut.length = level.leftOut;
      this.#whole.length = level.whole;
      (isAnchored ? this.#whole : this.#leftOut).push(start, end);
    }
    level.hasAnchored ||= isAnchored || isAround;
    level.isAnchored = false;
    level.isAround = false;
    level.start = end;
    level.leftOut = this.#leftOut.length;
    level.whole = this.#whole.length;
  }

  /** Those up to there lie in the statement that is being read. */
  #meetAnchors(end: number): void {
    while ((this.#anchors[this.#next] ?? Infinity) <= end) {
      this.#level.isAnchored = true;
      this.#next++;
    }
  }

  #newLevel(start: number): Level {
    return {
      begin: start,
      isList: false,
      start,
      leftOut: this.#leftOut.length,
      whole: this.#whole.length,
      isAnchored: false,
      isAround: false,
      hasAnchored: false,
    };
  }
}
