import { slashAfter } from './before-slash.ts';
import { codes, isNameCode, isOddBlank } from './codes.ts';
import { sorts } from './sorts.ts';
import { commentEnd, lineEnd, regexEnd, stringEnd, templateEnd } from './token-ends.ts';

/**
 * Reads JavaScript and TypeScript token by token, in a fraction of the time that a parser takes. Where only a parser can tell
 * what stands there (a slash that may begin a regular expression, markup, brackets that do not match, signs that no code has),
 * it stops and is no longer certain: then nothing that it has read is to be relied on.
 */
export class TokenReader {
  readonly text: string;
  sort: number = sorts.none;
  start = 0;
  end: number;
  /** Line breaks before the end of the token, counted from where it began to read. */
  line = 0;
  isCertain = true;
  /** Codes of the brackets that are open; that of `$` for what is put into a template. */
  readonly open: number[] = [];
  #before: number = codes.semicolon;
  #beforeStart = 0;
  #isMember = false;

  /** `from` must be where a token can begin, and in no bracket. The path tells whether there may be markup. */
  constructor(path: string, text: string, from: number) {
    this.text = text;
    this.end = from;
    const isPlain = /\.[cm]?ts$/.test(path) || !(text.includes('</', from) || text.includes('/>', from));
    if (!isPlain) this.isCertain = false;
  }

  /** False at the end, and where it is not certain. */
  next(): boolean {
    if (this.sort !== sorts.none) {
      this.#isMember = this.#before === codes.dot;
      this.#before = this.sort;
      this.#beforeStart = this.start;
    }
    const endBefore = this.end;
    this.#skipBlanks();
    this.start = this.end;
    if (this.isCertain && this.start < this.text.length) this.#take(this.text.charCodeAt(this.start), endBefore);
    else if (this.open.length > 0) this.isCertain = false;
    return this.isCertain && this.end > this.start;
  }

  /** Whether the token is this word, and names no member of something. */
  isKeyword(word: string): boolean {
    if (this.sort !== sorts.word || this.end - this.start !== word.length) return false;
    if (this.#before === codes.dot || this.#before === codes.hash) return false;
    return this.text.startsWith(word, this.start);
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.end);
      if (code <= codes.space) {
        if (code === codes.newline) this.line++;
        this.end++;
      } else if (code !== codes.slash || !this.#skipComment()) return;
    }
  }

  #skipComment(): boolean {
    const end = commentEnd(this.text, this.end);
    if (end !== undefined) this.#takeTo(end);
    return end !== undefined && this.isCertain;
  }

  #take(code: number, endBefore: number): void {
    if (isNameCode(code)) this.#takeWord();
    else if (code === codes.doubleQuote || code === codes.singleQuote) this.#takeLiteral(sorts.string, stringEnd(this.text, this.start));
    else if (code === codes.backtick) this.#takeTemplate();
    else if (code === codes.slash && this.#isRegex(endBefore)) this.#takeLiteral(sorts.regex, regexEnd(this.text, this.start));
    else this.#takeSign(code);
  }

  #takeWord(): void {
    this.sort = sorts.word;
    for (let code = this.text.charCodeAt(this.end); isNameCode(code); code = this.text.charCodeAt(++this.end)) {
      if (code > 127 && isOddBlank(code)) this.isCertain = false;
    }
  }

  #takeSign(code: number): void {
    const { start, text } = this;
    this.sort = code;
    this.end = start + 1;
    if (code === codes.dot && text.startsWith('...', start)) this.#takeLiteral(sorts.spread, start + 3);
    else if (code === codes.equals && text.charCodeAt(start + 1) === codes.greater) this.#takeLiteral(sorts.arrow, start + 2);
    else if (code === codes.backslash || text.startsWith('<!--', start)) this.isCertain = false;
    else if (code === codes.brace || code === codes.paren || code === codes.bracket) this.open.push(code);
    else if (code === codes.closingBrace) this.#close(codes.brace);
    else if (code === codes.closingParen) this.#close(codes.paren);
    else if (code === codes.closingBracket) this.#close(codes.bracket);
  }

  #close(opening: number): void {
    const opened = this.open.pop();
    if (opened === codes.dollar && opening === codes.brace) this.#takeTemplate();
    else if (opened !== opening) this.isCertain = false;
  }

  #takeTemplate(): void {
    this.#takeLiteral(sorts.template, templateEnd(this.text, this.start));
    if (this.isCertain && this.text.charCodeAt(this.end - 1) === codes.brace) this.open.push(codes.dollar);
  }

  #takeLiteral(sort: number, end: number): void {
    this.sort = sort;
    this.#takeTo(end);
  }

  #takeTo(end: number): void {
    const { text } = this;
    if (end === -1) this.isCertain = false;
    for (let at = text.indexOf('\n', this.end); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) this.line++;
    this.end = end;
  }

  #isRegex(endBefore: number): boolean {
    const word = this.#isMember ? '' : this.text.slice(this.#beforeStart, endBefore);
    const what = slashAfter(this.#before, word);
    if (what !== 'either') return what === 'regex';
    // A regular expression ends in its line.
    if (this.text.slice(this.start + 1, lineEnd(this.text, this.start)).includes('/')) this.isCertain = false;
    return false;
  }
}
