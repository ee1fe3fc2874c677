import { readUse } from './read-use.ts';
import type { ModuleItem, RustFile } from './rust-file.ts';
import { skipLiteral } from './skip-literal.ts';

const name = '(?:r#)?[\\p{L}_][\\p{L}\\p{N}_]*';
const stops = new RegExp(
  [
    '\\/[/*]|["\'{}]',
    // A path attribute, alone or in cfg_attr: its string goes with the next module.
    '(?:#\\s*\\[\\s*|\\bcfg_attr\\s*\\([^\\]\\n]*?,\\s*)path\\s*=\\s*"(?<file>[^"\\n]*)"',
    `\\bmod\\s+(?<module>${name})\\s*(?=[;{])`,
    `\\bextern\\s+crate\\s+(?<crate>${name})(?:\\s+as\\s+(?<alias>${name}))?`,
    '\\b(?<use>use)(?=[\\s:{*])',
    `(?<path>${name}(?:\\s*::\\s*${name})+)`,
  ].join('|'),
  'gu',
);
/** A path that goes on from a type (`<T as A>::b::c`), or that only says where something may be seen. */
const noStart = /(?:>\s*::\s*|\(\s*in\s+)$/;

/** Modules, uses and paths of a file, by its words alone: what a macro holds counts, and torn text is read as far as it goes. */
export function parseRust(text: string): RustFile {
  const file: RustFile = { modules: [], uses: [] };
  const open: (string | undefined)[] = [];
  const scopes = { of: scopeOf(open) };
  let paths: string[] = [];
  for (let at = 0; ; ) {
    stops.lastIndex = at;
    const found = stops.exec(text);
    if (found === null) return file;
    at = stops.lastIndex;
    const start = found.index;
    const [written] = found;
    if (written === '{') scopes.of = opened(open, enters(file.modules.at(-1), start));
    else if (written === '}') scopes.of = closed(open);
    else if (written.length <= 2) at = skipLiteral(text, start);
    else if (found.groups?.file !== undefined) paths.push(found.groups.file);
    else if (found.groups?.module !== undefined) {
      file.modules.push({ name: plain(found.groups.module), scope: scopes.of, inline: text[at] === '{', paths, start, end: at });
      paths = [];
    } else if (found.groups?.use !== undefined) {
      const { leaves, end } = readUse(text, at);
      for (const leaf of leaves) file.uses.push({ ...leaf, scope: scopes.of, statement: start });
      at = end;
    } else if (found.groups?.crate !== undefined) {
      const crate = plain(found.groups.crate);
      const alias = plain(found.groups.alias ?? crate);
      file.uses.push({ segments: [crate], scope: scopes.of, statement: start, alias, start, end: at });
    } else if (!noStart.test(text.slice(Math.max(0, start - 12), start))) {
      file.uses.push({ segments: written.split('::').map((word) => plain(word.trim())), scope: scopes.of, start, end: at });
    }
  }
}

/** The name of the module whose brace this is. */
function enters(module: ModuleItem | undefined, at: number): string | undefined {
  return module?.inline === true && module.end === at ? module.name : undefined;
}

function opened(open: (string | undefined)[], module: string | undefined): readonly string[] {
  open.push(module);
  return scopeOf(open);
}

function closed(open: (string | undefined)[]): readonly string[] {
  open.pop();
  return scopeOf(open);
}

function scopeOf(open: readonly (string | undefined)[]): readonly string[] {
  return open.filter((module) => module !== undefined);
}

function plain(name: string): string {
  return name.replace('r#', '');
}
