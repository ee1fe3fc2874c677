import type { ImportSite } from '../language.ts';

const name = '[A-Za-z_$][\\w$]*';
const gap = '(?:\\s|//[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/))*\\*/)*';
const names = `\\{${gap}(?:(?:type\\s+)?${name}(?:\\s+as\\s+${name})?${gap}(?:,${gap}|(?=\\})))*\\}`;
const all = `\\*\\s*as\\s+${name}`;
const source = `(?:'[^'\\\\\\r\\n]+'|"[^"\\\\\\r\\n]+")`;
const from = `\\s*(?<![\\w$])from\\s*${source}`;
const clause = `(?:${names}|${all}|${name}(?:\\s*,\\s*(?:${names}|${all}))?)`;
const type = '(?:type(?![\\w$])\\s*)?';

/** As nearly everybody writes them: what does not match may be one all the same. */
const statements = new RegExp(
  `import(?![\\w$])\\s*(?:${source}|${type}${clause}${from})|export\\s*${type}(?:\\*(?:\\s*as\\s+${name})?${from}|${names}(?:${from})?)`,
  'y',
);
const space = /(?:[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#![^\n]*|(?:'use \w+'|"use \w+")(?=[ \t]*[;\r\n]))*/y;

/** A plain `import` or `export` statement at a place: what it names, and where it ends. Undefined where there is none. */
export function plainStatementAt(text: string, at: number): { site: ImportSite | undefined; end: number } | undefined {
  statements.lastIndex = at;
  if (!statements.test(text)) return undefined;
  const end = statements.lastIndex;
  const quote = text.charAt(end - 1);
  if (quote === '}') return { site: undefined, end };
  const start = text.lastIndexOf(quote, end - 2);
  return { site: { specifier: text.slice(start + 1, end - 1), start, end }, end };
}

/** The plain statements with which a text begins, up to whatever else stands there. */
export function plainHeader(text: string): { sites: ImportSite[]; end: number } {
  const sites: ImportSite[] = [];
  for (let at = 0; ; ) {
    space.lastIndex = at;
    space.test(text);
    const statement = plainStatementAt(text, space.lastIndex);
    if (statement === undefined) return { sites, end: space.lastIndex };
    if (statement.site !== undefined) sites.push(statement.site);
    at = statement.end;
  }
}
