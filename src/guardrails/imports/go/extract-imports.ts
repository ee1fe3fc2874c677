import type { ImportSite } from '../language.ts';

const space = /(?:[\s;\uFEFF]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const clause = /package\b/y;
const name = /[\p{L}_][\p{L}\p{Nd}_]*|\./uy;
const keyword = /import(?=[\s("`/])/y;
const path = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y;

/** The import declarations of a Go file. They stand before all else, so the rest of the file is never read. */
export function extractImports(text: string): ImportSite[] {
  const reader = new Reader(text);
  const sites: ImportSite[] = [];
  if (reader.take(clause) === undefined || reader.take(name) === undefined) return sites;
  while (reader.take(keyword) !== undefined) {
    const group = reader.takeText('(');
    for (let site = reader.site(); site !== undefined; site = group ? reader.site() : undefined) {
      if (site.specifier !== '') sites.push(site);
    }
    if (group && !reader.takeText(')')) break;
  }
  return sites;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What stands next, after space and comments; undefined, and nothing is read, where it is something else. */
  take(token: RegExp): string | undefined {
    const start = endOf(space, this.#text, this.#at);
    const end = endOf(token, this.#text, start);
    if (end === start) return undefined;
    this.#at = end;
    return this.#text.slice(start, end);
  }

  takeText(token: string): boolean {
    const start = endOf(space, this.#text, this.#at);
    if (!this.#text.startsWith(token, start)) return false;
    this.#at = start + token.length;
    return true;
  }

  /** A path, and the name before it where there is one. */
  site(): ImportSite | undefined {
    this.take(name);
    const quoted = this.take(path);
    if (quoted === undefined) return undefined;
    return { specifier: quoted.slice(1, -1), start: this.#at - quoted.length, end: this.#at };
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
