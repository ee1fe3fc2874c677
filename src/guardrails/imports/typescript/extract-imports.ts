import type { ParseResult } from 'oxc-parser';
import { mayOverflowParser } from '../../ast/may-overflow-parser.ts';
import type { ImportSite } from '../language.ts';
import { lazyRequire } from '../lazy-require.ts';
import { constantString } from './constant-string.ts';
import { plainImports } from './plain-imports.ts';

/**
 * Every static import, re-export, type import, and `import()` or `require()` of a constant string, in the order of the text.
 * A file that does not parse gives what the parser understood before it gave up.
 */
export function extractImports(path: string, text: string): ImportSite[] {
  if (!mayImport(text)) return [];
  return plainImports(path, text) ?? parsedImports(path, text);
}

/** The same by a parser, which knows all ways to write one. */
export function parsedImports(path: string, text: string): ImportSite[] {
  if (mayOverflowParser(path, text)) return importsInWords(text);
  const parsed = parse(path, text);
  const sites = new Map<number, ImportSite>();
  const add = (site: ImportSite | undefined) => {
    if (site !== undefined && site.specifier !== '') sites.set(site.start, site);
  };

  for (const statement of parsed.module.staticImports) add(site(statement.moduleRequest));
  // `export { a, b } from` has one entry for each name, all with the same specifier.
  for (const statement of parsed.module.staticExports)
    for (const entry of statement.entries) if (entry.moduleRequest !== null) add(site(entry.moduleRequest));
  for (const expression of parsed.module.dynamicImports) add(constantString(text, expression.moduleRequest));
  if (needsTree(text, parsed)) for (const found of importsInTree(parsed, text)) add(found);

  return [...sites.values()].sort((left, right) => left.start - right.start);
}

const written =
  /^[ \t]*(?:import\b|export\b[^'"`;]{0,5000}?\bfrom\b)[^'"`;]{0,5000}?(?<a>['"][^'"\n]+['"])|\b(?:require|import)\s*\(\s*(?<b>(['"`])[^'"`$\n]+\3)/gm;

/** The parser ends the process where code nests too deep. This reads what lies there too, and in comments. */
function importsInWords(text: string): ImportSite[] {
  return [...text.matchAll(written)].map((match) => {
    const quoted = match.groups?.a ?? match.groups?.b ?? '';
    const start = match.index + match[0].lastIndexOf(quoted);
    return { specifier: quoted.slice(1, -1), start, end: start + quoted.length };
  });
}

function mayImport(text: string): boolean {
  return text.includes('import') || text.includes('require') || (text.includes('export') && text.includes('from'));
}

type Parser = Pick<typeof import('oxc-parser'), 'parseSync' | 'Visitor'>;

function parse(path: string, text: string): ParseResult {
  const parser: Parser = lazyRequire('oxc-parser');
  if (!/\.[cm]?js$/.test(path)) return parser.parseSync(path, text);
  const javascript = parser.parseSync(path, text, { lang: 'jsx' });
  // Files that end in .js and hold type annotations are common enough: Flow, and TypeScript behind a build step.
  return javascript.errors.length === 0 ? javascript : parser.parseSync(path, text, { lang: 'tsx' });
}

/** The parser's module record lacks `require()` and `import()` types; only for those the syntax tree is worth its cost. */
function needsTree(text: string, parsed: ParseResult): boolean {
  const known = new Set(parsed.module.dynamicImports.map(({ start }) => start));
  const calls = [...text.matchAll(/\b(?:require|import)\s*\(/g)].filter(({ index }) => !known.has(index));
  return calls.some(({ index }) => !parsed.comments.some(({ end, start }) => start <= index && index < end));
}

function importsInTree(parsed: ParseResult, text: string): ImportSite[] {
  const found: ImportSite[] = [];
  const add = (span: { start: number; end: number }) => {
    const string = constantString(text, span);
    if (string !== undefined) found.push(string);
  };
  const { Visitor }: Parser = lazyRequire('oxc-parser');
  new Visitor({
    CallExpression(call) {
      const [first] = call.arguments;
      if (call.callee.type === 'Identifier' && call.callee.name === 'require' && first !== undefined) add(first);
    },
    TSExternalModuleReference(reference) {
      add(reference.expression);
    },
    TSImportType(type) {
      add(type.source);
    },
  }).visit(parsed.program);
  return found;
}

function site(request: { value: string; start: number; end: number }): ImportSite {
  return { specifier: request.value, start: request.start, end: request.end };
}
