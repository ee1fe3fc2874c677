import type { ScriptLanguage } from '../ast/ast-language.ts';
import {
  backtick,
  bang,
  brackets,
  classes,
  closeBrace,
  closeParenthesis,
  closerOf,
  closeSquare,
  comma,
  dot,
  doubleQuote,
  equals,
  less,
  openBrace,
  openParenthesis,
  openSquare,
  plain,
  question,
  regexLiteral,
  semicolon,
  singleQuote,
  slash,
  special,
  star,
  typeParameters,
} from './characters.ts';
import { type Code, inDoubt, sign } from './code.ts';
import { KeptText } from './kept-text.ts';
import { children, isInBraces, type Level, newLevel, tag } from './level.ts';
import { mayEndOperand, surelyEndsOperand } from './operand-end.ts';
import { childrenPartEnd, lineEndIn, quotedIn, stringEnd, tagPartEnd, templatePartEnd } from './part-ends.ts';

/** Reads a file as the language's own lexer does, which is as far as one comes without parsing. Brackets that do not match are a doubt too. */
export function readCode(text: string, language: ScriptLanguage): Code {
  return new CodeReader(text, language).read();
}

class CodeReader {
  readonly #text: string;
  readonly #language: ScriptLanguage;
  readonly #kept: KeptText;
  #at = 0;
  /** Index of the last character that is neither space nor comment. */
  #last = -1;
  /** Index of the last character of a regular expression or of a `!` behind an operand. */
  #literalEnd = -2;
  #level = newLevel(0);
  readonly #outer: Level[] = [];
  readonly #bangs: number[] = [];
  readonly #nextTernaries: number[] = [];
  readonly #signs: number[] = [];
  readonly #most = { '(': 0, '[': 0, '{': 0 };

  constructor(text: string, language: ScriptLanguage) {
    this.#text = text;
    this.#kept = new KeptText(text);
    this.#language = language;
  }

  read(): Code {
    const text = this.#text;
    if (!this.#readAll() || this.#outer.length > 0) return { text, code: text, ...inDoubt };
    return {
      text,
      code: this.#kept.join(),
      isInDoubt: false,
      bangs: this.#bangs,
      nextTernaries: this.#nextTernaries,
      signs: this.#signs,
      mostParts: this.#most,
      textIndex: (index) => this.#kept.textIndex(index),
    };
  }

  #readAll(): boolean {
    const text = this.#text;
    if (text.startsWith('#!')) this.#at = lineEndIn(text, 0);
    for (; this.#at < text.length; this.#at++) {
      let last = this.#last;
      let at = this.#at;
      for (; at < text.length; at++) {
        const kind = classes[text.charCodeAt(at)];
        if (kind === special) break;
        if (kind === plain) last = at;
      }
      this.#last = last;
      this.#at = at;
      if (at < text.length && !this.#readSpecial(text.charCodeAt(at))) return false;
    }
    return true;
  }

  /** To be left at the last character of what it read. False in doubt. */
  #readSpecial(code: number): boolean {
    switch (code) {
      case slash:
        return this.#readSlash();
      case doubleQuote:
      case singleQuote:
        return this.#readString();
      case backtick:
        this.#open(backtick);
        return this.#readTemplate();
      case openParenthesis:
      case openSquare:
      case openBrace:
        this.#open(closerOf[code] ?? 0);
        return true;
      case closeParenthesis:
      case closeSquare:
      case closeBrace:
        return this.#close(code);
      default:
        return this.#readSign(code);
    }
  }

  #readSign(code: number): boolean {
    const level = this.#level;
    const next = this.#text.charCodeAt(this.#at + 1);
    if (code === comma) {
      level.parts++;
      if (!level.hasAngle) level.questions = 0;
    } else if (code === semicolon) this.#readSemicolon();
    else if (code === question) this.#readQuestion(next);
    else if (code === bang) this.#readBang(next);
    else if (code === less) {
      level.hasAngle = true;
      if (next === bang && this.#text.startsWith('--', this.#at + 2)) return false; // a comment of HTML
      if (next === less && this.#text.startsWith('<<<<<', this.#at + 2)) return false; // two versions that git could not merge
      if (this.#beginsElement()) {
        this.#open(tag);
        return this.#readMarkup();
      }
    }
    this.#last = this.#at;
    return true;
  }

  #readSemicolon(): void {
    const level = this.#level;
    level.questions = 0;
    level.hasAngle = false;
    if (isInBraces(level)) this.#signs.push(this.#at * 4 + sign.semicolon);
  }

  #beginsElement(): boolean {
    if (this.#language === 'TypeScript' || this.#isBehindOperand()) return false;
    typeParameters.lastIndex = this.#at;
    return this.#language === 'JavaScript' || !typeParameters.test(this.#text);
  }

  #readQuestion(next: number): void {
    const text = this.#text;
    if (next === question) this.#at++;
    else if (next === dot && !/\d/.test(text.charAt(this.#at + 2))) this.#at++;
    else if (this.#language === 'JavaScript' || !/^\s*[:),]/.test(text.slice(this.#at + 1, this.#at + 20)))
      if (++this.#level.questions > 1) this.#nextTernaries.push(this.#at);
  }

  #readBang(next: number): void {
    if (next === equals) this.#at++;
    else if (this.#isBehindOperand()) {
      this.#bangs.push(this.#at);
      this.#literalEnd = this.#at;
    }
  }

  #open(closer: number): void {
    if (closer === closeBrace) this.#signs.push(this.#at * 4 + sign.open);
    this.#outer.push(this.#level);
    this.#level = newLevel(closer);
    this.#last = this.#at;
  }

  #close(code: number): boolean {
    const { closer, parts } = this.#level;
    const outer = closer === code ? this.#outer.pop() : undefined;
    if (outer === undefined) return false;
    if (code === closeBrace) this.#signs.push(this.#at * 4 + (isInBraces(outer) ? sign.closeInList : sign.close));
    const bracket = brackets[code] ?? '{';
    this.#most[bracket] = Math.max(this.#most[bracket], parts);
    this.#level = outer;
    this.#last = this.#at;
    return outer.closer === backtick ? this.#readTemplate() : this.#readMarkup();
  }

  /** Up to where the element ends, or holds code. */
  #readMarkup(): boolean {
    for (;;) {
      const { closer } = this.#level;
      if (closer !== tag && closer !== children) return true;
      if (closer === tag ? !this.#readTag() : !this.#readChildren()) return false;
    }
  }

  #readTag(): boolean {
    const begin = this.#at + 1;
    const end = tagPartEnd(this.#text, begin);
    for (const [from, to] of quotedIn(this.#text, begin, end)) this.#kept.leaveOut(from, to);
    const char = this.#moveTo(end);
    if (char === '{') this.#open(closeBrace);
    else if (char === '>') this.#level.closer = children;
    else if (char === '/') return this.#text.charAt(end + 1) === '>' && this.#endElement(end + 1);
    return end >= 0;
  }

  #readChildren(): boolean {
    const end = childrenPartEnd(this.#text, this.#at + 1);
    this.#kept.leaveOut(this.#at + 1, end);
    const char = this.#moveTo(end);
    if (char === '{') this.#open(closeBrace);
    else if (char === '<' && this.#text.charAt(end + 1) === '/') return this.#endElement(this.#text.indexOf('>', end));
    else this.#open(tag);
    return end >= 0;
  }

  #moveTo(at: number): string {
    this.#at = at;
    return this.#text.charAt(at);
  }

  #endElement(at: number): boolean {
    if (at < 0) return false;
    this.#level = this.#outer.pop() ?? this.#level;
    this.#at = at;
    this.#last = at;
    this.#literalEnd = at;
    return true;
  }

  /** From its first backtick, or the end of a substitution, to the next substitution or its last backtick. */
  #readTemplate(): boolean {
    const begin = this.#at + 1;
    const end = templatePartEnd(this.#text, begin);
    const isSubstitution = this.#moveTo(end) === '{';
    this.#kept.leaveOut(begin, isSubstitution ? end - 1 : end);
    if (isSubstitution) this.#open(closeBrace);
    else {
      this.#level = this.#outer.pop() ?? this.#level;
      this.#last = end;
    }
    return end >= 0;
  }

  #readString(): boolean {
    const begin = this.#at;
    const end = stringEnd(this.#text, begin);
    if (end > begin + 4) this.#kept.leaveOut(begin + 1, end);
    this.#at = end;
    this.#last = end;
    return end >= 0;
  }

  #readSlash(): boolean {
    const text = this.#text;
    const next = text.charCodeAt(this.#at + 1);
    if (next === slash) return this.#leaveOutComment(lineEndIn(text, this.#at));
    if (next === star) return this.#leaveOutComment(text.indexOf('*/', this.#at + 2) + 2);
    if (this.#isBehindOperand()) {
      // behind `if (a)` and `await`, in `{}/a/` and in `a++ /b/c` it may be either
      const isSure = surelyEndsOperand(text, this.#last) || !text.slice(this.#at + 1, lineEndIn(text, this.#at)).includes('/');
      this.#last = this.#at;
      return isSure;
    }
    regexLiteral.lastIndex = this.#at;
    if (!regexLiteral.test(text)) return false;
    const begin = this.#at + 1;
    this.#at = regexLiteral.lastIndex - 1;
    this.#kept.leaveOut(begin, this.#at, '_'); // without which it is a comment
    this.#last = this.#at;
    this.#literalEnd = this.#at;
    return true;
  }

  /** A comment is a child too. */
  #leaveOutComment(end: number): boolean {
    if (end < this.#at + 2) return false;
    this.#kept.leaveOut(this.#at, end, '/**/'); // no white space to a shape that asks for it
    this.#level.parts++;
    this.#at = end - 1;
    return true;
  }

  #isBehindOperand(): boolean {
    return mayEndOperand(this.#text, this.#last, this.#literalEnd);
  }
}
