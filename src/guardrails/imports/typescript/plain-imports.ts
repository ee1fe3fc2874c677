import { astLanguageOf, isScript } from '../../ast/ast-language.ts';
import { partnersIn } from '../../lexer/brackets.ts';
import type { Code } from '../../lexer/code.ts';
import { holdsAt } from '../../lexer/holds-at.ts';
import { stringEnd } from '../../lexer/part-ends.ts';
import { readCode } from '../../lexer/read-code.ts';
import type { ImportSite } from '../language.ts';
import { constantString } from './constant-string.ts';
import { plainHeader, plainStatementAt } from './plain-statements.ts';

/** Every way to go on after a word that names another module. Most texts have none after their first lines. */
const further =
  /import(?<![\w$]import)(?![\w$])\s*(?:['"{*(/]|\.(?!\s*meta(?![\w$]))|(?:type|defer|source|typeof)(?![\w$])|[\w$\\\u0080-\uffff]+\s*(?:[,/]|from(?![\w$])))|require(?<![\w$]require)(?![\w$])\s*[(/<?]|from(?<![\w$]from)(?![\w$])\s*['"/]/g;

/** The imports of a text without a parser; undefined where only a parser can tell. */
export function plainImports(path: string, text: string): ImportSite[] | undefined {
  const { end, sites } = plainHeader(text);
  further.lastIndex = end;
  if (!further.test(text)) return sites;
  const below = importsBelow(path, text, end);
  return below === undefined ? undefined : [...sites, ...below];
}

/** A word of the code that may name a module, and no member of something. */
const word = /(?<![\w$\\\x80-\uFFFF#])(import|require|export)(?<!(?:^|[^.]|[^.]\.)\.\s*\1)(?![\w$\\\x80-\uFFFF])/g;

/** What may stand at `import` and names no module by itself. */
const harmless = /import(?:\s*\.\s*meta(?![\w$])|\s*[:?]|\s+(?:type\s+)?[A-Za-z_$][\w$]*\s*=(?!=))/y;
const call = /(?:import|require)\s*\(/y;
const unusualCall = /require\s*(?:<|\?\.)/y;
const unusualExport = /export\s*(?:type(?![\w$])\s*)?[{*/]/y;
const behindNew = /(?<=(?<![\w$.])new\s*)require/y;
const quote = /(?:\s|\/\*\*\/)*['"`]/y;
const endOfArgument = /(?:\s|\/\*\*\/)*[,)]/y;

/** Those that begin at an index or behind it. */
function importsBelow(path: string, text: string, from: number): ImportSite[] | undefined {
  const language = astLanguageOf(path);
  const code = language !== undefined && isScript(language) ? readCode(text, language) : undefined;
  if (code === undefined || code.isInDoubt) return undefined;
  const sites: ImportSite[] = [];
  for (const { 0: found, index } of code.code.matchAll(word)) {
    if (code.textIndex(index) < from) continue;
    const more = sitesAt({ found, index }, code);
    if (more === undefined) return undefined;
    sites.push(...more);
  }
  return sites;
}

/** What one of the words names; undefined where only a parser can tell. */
function sitesAt({ found, index }: { found: string; index: number }, file: Code): ImportSite[] | undefined {
  const { code, text, textIndex } = file;
  if (found !== 'export' && holdsAt(call, code, index)) return holdsAt(behindNew, code, index) ? [] : argumentAt(call.lastIndex, file);
  if (found === 'require') return holdsAt(unusualCall, code, index) ? undefined : [];
  const at = textIndex(index);
  const statement = isOnTop(index, file) ? plainStatementAt(text, at) : undefined;
  if (statement !== undefined) return statement.site === undefined ? [] : [statement.site];
  const isHarmless = found === 'export' ? !holdsAt(unusualExport, text, at) : holdsAt(harmless, text, at);
  return isHarmless ? [] : undefined;
}

/** Behind the bracket of a call: the constant string that it is given. */
function argumentAt(index: number, { code, text, textIndex }: Code): ImportSite[] {
  if (!holdsAt(quote, code, index)) return [];
  const begin = quote.lastIndex - 1;
  const end = code.charAt(begin) === '`' ? begin + 1 : stringEnd(code, begin); // nothing stands in a template any more
  if (code.charAt(end) !== code.charAt(begin) || !holdsAt(endOfArgument, code, end + 1)) return [];
  const site = constantString(text, { start: textIndex(begin), end: textIndex(end) + 1 });
  return site === undefined || site.specifier === '' ? [] : [site];
}

/** In no bracket: imports elsewhere are a parser's to judge. */
function isOnTop(index: number, file: Code): boolean {
  const partners = partnersIn(file);
  if (partners === undefined) return false;
  for (let at = 0; at < index; at++) {
    const partner = partners[at] ?? 0;
    if (partner > index) return false;
    if (partner > at) at = partner;
  }
  return true;
}
