import type { ImportSite } from '../language.ts';
import { skipString } from './skip-string.ts';

/** `import module`, or `from module import members`: each member is a module of its own, or a name in the module. */
export interface PythonImport extends ImportSite {
  /** Absent for a plain import, empty for `*`. */
  members?: ImportSite[];
}

const stops = /["'#]|\b(?:import|from|import_module|__import__)\b/g;

/**
 * Every import in the order of the text, wherever it stands: in functions, under `if TYPE_CHECKING`, in `try`; and
 * `importlib.import_module` and `__import__` of a constant string. The specifiers of relative ones begin with dots.
 */
export function extractImports(text: string): PythonImport[] {
  const found: PythonImport[] = [];
  for (let at = 0; ; ) {
    stops.lastIndex = at;
    const stop = stops.exec(text);
    if (stop === null) return found;
    at = stops.lastIndex;
    const [word] = stop;
    if (/\w/.test(word)) {
      const reader = new Reader(text, at);
      const imports = reader.after(word);
      found.push(...imports);
      if (imports.length > 0) at = reader.at;
    } else at = word === '#' ? endOfLine(text, at) : skipString(text, stop.index);
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

const name = '[\\p{L}\\p{Nl}_][\\p{L}\\p{N}\\p{M}\\p{Pc}]*';
const gap = '(?:[ \\t\\f]|\\\\\\r?\\n)*';
const patterns = {
  inLine: new RegExp(gap, 'y'),
  inBrackets: /(?:\s|\\\r?\n|#[^\n]*)*/y,
  name: new RegExp(name, 'uy'),
  dotted: new RegExp(`${name}(?:${gap}\\.${gap}${name})*`, 'uy'),
  dots: new RegExp(`\\.(?:${gap}\\.)*`, 'y'),
};

class Reader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  after(word: string): PythonImport[] {
    if (word === 'import') return this.#plain();
    return word === 'from' ? this.#from() : this.#call();
  }

  /** After `import`. */
  #plain(): PythonImport[] {
    const found: PythonImport[] = [];
    do {
      this.#take(patterns.inLine);
      const site = this.#site(patterns.dotted);
      if (site === undefined) break;
      found.push(site);
      this.#alias(patterns.inLine);
    } while (this.#takeChar(','));
    return found;
  }

  /** After `from`: nothing where no `import` follows, as in `yield from` and `raise ... from`. */
  #from(): PythonImport[] {
    this.#take(patterns.inLine);
    const start = this.at;
    const dots = this.#take(patterns.dots);
    if (dots !== '') this.#take(patterns.inLine);
    const beforeName = this.at;
    const dotted = this.#take(patterns.dotted);
    // `from . import a`: the word that was taken for a module is the keyword.
    if (dotted === 'import' && dots !== '') this.at = beforeName;
    const end = dotted === 'import' ? start + dots.length : this.at;
    const specifier = plainName(this.#text.slice(start, end));
    this.#take(patterns.inLine);
    if (specifier === '' || this.#take(patterns.name) !== 'import') return [];
    return [{ specifier, start, end, members: this.#members(specifier) }];
  }

  /** After `import_module` or `__import__`. */
  #call(): PythonImport[] {
    this.#take(patterns.inLine);
    if (!this.#takeChar('(')) return [];
    this.#take(patterns.inBrackets);
    const start = this.at;
    const end = /["']/.test(this.#text.charAt(start)) ? skipString(this.#text, start) : start;
    const specifier = /^(["'])(\.*[^"'\\\s]+)\1$/.exec(this.#text.slice(start, end))?.[2];
    this.at = end;
    this.#take(patterns.inBrackets);
    return specifier !== undefined && /[,)]/.test(this.#text.charAt(this.at)) ? [{ specifier, start, end }] : [];
  }

  #members(module: string): ImportSite[] {
    this.#take(patterns.inLine);
    const space = this.#takeChar('(') ? patterns.inBrackets : patterns.inLine;
    const members: ImportSite[] = [];
    do {
      this.#take(space);
      const member = this.#site(patterns.name);
      if (member === undefined) break;
      members.push({ ...member, specifier: module.endsWith('.') ? module + member.specifier : `${module}.${member.specifier}` });
      this.#alias(space);
    } while (this.#takeChar(','));
    return members;
  }

  /** `as name`, or nothing. */
  #alias(space: RegExp): void {
    this.#take(space);
    const before = this.at;
    if (this.#take(patterns.name) !== 'as') this.at = before;
    else {
      this.#take(space);
      this.#take(patterns.name);
      this.#take(space);
    }
  }

  #site(pattern: RegExp): ImportSite | undefined {
    const start = this.at;
    const written = this.#take(pattern);
    return written === '' ? undefined : { specifier: plainName(written), start, end: this.at };
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken] = pattern.exec(this.#text) ?? [''];
    this.at += taken.length;
    return taken;
  }

  #takeChar(char: string): boolean {
    if (this.#text[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function plainName(written: string): string {
  return written.replace(/[\s\\]/g, '');
}
