import { codes } from '../../tokens/codes.ts';
import { sorts } from '../../tokens/sorts.ts';
import { TokenReader } from '../../tokens/token-reader.ts';
import type { ImportSite } from '../language.ts';
import { constantString } from './constant-string.ts';
import { plainHeader, plainStatementAt } from './plain-statements.ts';

/** Every way to go on after a word that names another module. Most texts have none after their first lines. */
const further =
  /import(?<![\w$]import)(?![\w$])\s*(?:['"{*(/.]|(?:type|defer|source|typeof)(?![\w$])|[\w$\\\u0080-\uffff]+\s*(?:[,/]|from(?![\w$])))|require(?<![\w$]require)(?![\w$])\s*[(/<?]|from(?<![\w$]from)(?![\w$])\s*['"/]/g;

/** The imports of a text without a parser; undefined where only a parser can tell. */
export function plainImports(path: string, text: string): ImportSite[] | undefined {
  const { end, sites } = plainHeader(text);
  further.lastIndex = end;
  if (!further.test(text)) return sites;
  const below = new ImportFinder(new TokenReader(path, text, end)).find();
  return below === undefined ? undefined : [...sites, ...below];
}

/** What may stand at `import` and names no module by itself. */
const harmless = /import(?:\s*\.\s*meta(?![\w$])|\s*[:?]|\s+(?:type\s+)?[A-Za-z_$][\w$]*\s*=(?!=))/y;
const call = /import\s*\(/y;
const unusualCall = /require\s*(?:<|\?\.)/y;
const unusualExport = /export\s*(?:type(?![\w$])\s*)?[{*/]/y;

class ImportFinder {
  readonly #tokens: TokenReader;
  readonly #sites: ImportSite[] = [];
  /** How far a call is read: `require`, `(`, a string. */
  #read = 0;
  #string = { start: 0, end: 0 };
  #isAfterNew = false;

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  find(): ImportSite[] | undefined {
    while (this.#tokens.next()) {
      if (this.#tokens.sort !== sorts.word) this.#takeSign();
      else if (!this.#takeWord()) return undefined;
    }
    return this.#tokens.isCertain ? this.#sites : undefined;
  }

  /** False where only a parser can tell. */
  #takeWord(): boolean {
    const tokens = this.#tokens;
    const { start } = tokens;
    const isAfterNew = this.#isAfterNew;
    this.#isAfterNew = tokens.isKeyword('new');
    this.#read = 0;
    if (tokens.isKeyword('require')) {
      this.#read = isAfterNew ? 0 : 1;
      return !this.#isAt(unusualCall, start);
    }
    if (tokens.isKeyword('import')) {
      if (this.#isAt(call, start)) this.#read = 1;
      else return this.#takeStatement() || this.#isAt(harmless, start);
    } else if (tokens.isKeyword('export')) return this.#takeStatement() || !this.#isAt(unusualExport, start);
    return true;
  }

  /** Imports that are not on top are a parser's to judge. */
  #takeStatement(): boolean {
    const { open, start, text } = this.#tokens;
    const statement = plainStatementAt(text, start);
    if (statement === undefined || open.length > 0) return false;
    if (statement.site !== undefined) this.#sites.push(statement.site);
    return true;
  }

  #takeSign(): void {
    const { end, sort, start, text } = this.#tokens;
    this.#isAfterNew = false;
    const read = this.#read;
    this.#read = 0;
    if (read === 1 && sort === codes.paren) this.#read = 2;
    if (read === 2 && (sort === sorts.string || sort === sorts.template)) {
      this.#string = { start, end };
      this.#read = 3;
    }
    if (read < 3 || (sort !== codes.closingParen && sort !== codes.comma)) return;
    const site = constantString(text, this.#string);
    if (site !== undefined && site.specifier !== '') this.#sites.push(site);
  }

  #isAt(what: RegExp, start: number): boolean {
    what.lastIndex = start;
    return what.test(this.#tokens.text);
  }
}
