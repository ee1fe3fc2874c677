import { backslash, backtick, lineEnd, newline } from './characters.ts';

export function lineEndIn(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

/** Index of the quote that ends the string which begins at `begin`; -1 where its line ends before. */
export function stringEnd(text: string, begin: number): number {
  const quote = text.charCodeAt(begin);
  for (let at = begin + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === newline) return -1;
    if (code === backslash) at++;
  }
  return -1;
}

/** Index of the backtick that ends a template, or of the `{` of its next substitution. */
export function templatePartEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backtick) return at;
    if (code === backslash) at++;
    else if (code === 36 && text.charCodeAt(at + 1) === 123) return at + 1;
  }
  return -1;
}

/** Index of the `>` or `/` that ends a tag, or of the `{` of its next attribute. */
export function tagPartEnd(text: string, from: number): number {
  for (let at = from; at < text.length && at >= 0; at++) {
    const char = text.charAt(at);
    if (char === '>' || char === '/' || char === '{') return at;
    if (char === '<') return -1;
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** What stands between quotes in a part of a tag: where each begins and ends. */
export function* quotedIn(text: string, from: number, end: number): Generator<[from: number, to: number]> {
  for (let at = from; at < end; at++) {
    const char = text.charAt(at);
    if (char !== '"' && char !== "'") continue;
    const begin = at + 1;
    at = text.indexOf(char, begin);
    if (at < 0) return;
    if (at > begin + 3) yield [begin, at];
  }
}

/** Index of the `<` of the next tag, or of the `{` of code between tags. */
export function childrenPartEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '{' || char === '<') return at;
    if (char === '>' || char === '}') return -1;
  }
  return -1;
}
