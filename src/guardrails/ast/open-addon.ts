import path from 'node:path';

/** A rule as the engine takes it. */
export interface AstConfig {
  rule: object;
  constraints?: object;
  utils?: object;
  transform?: object;
}

/** Offsets count UTF-16 code units; lines and columns start at 0. */
interface AstPosition {
  line: number;
  column: number;
  index: number;
}

/** The part of `@ast-grep/napi`'s nodes that is used here. */
export interface AstNode {
  range(): { start: AstPosition; end: AstPosition };
  text(): string;
  kind(): string;
  isLeaf(): boolean;
  isNamed(): boolean;
  children(): AstNode[];
  parent(): AstNode | null;
  ancestors(): AstNode[];
  field(name: string): AstNode | null;
  find(config: AstConfig): AstNode | null;
  findAll(config: AstConfig): AstNode[];
  matches(config: AstConfig): boolean;
  getMatch(name: string): AstNode | null;
  getMultipleMatches(name: string): AstNode[];
  getTransformed(name: string): string | null;
}

export interface Parser {
  parse(language: string, text: string): { root(): AstNode };
  /** The same on another thread. */
  parseAsync(language: string, text: string): Promise<{ root(): AstNode }>;
}

export interface AstEngine extends Parser {
  /** False where the grammar is one that comes in a package of its own, and that is not installed. */
  reads(language: string): boolean;
  /** What another process needs to read a language as this one does; undefined where that is not known. */
  placeOf(language: string): { library: string; grammars?: Registrations } | undefined;
}

export type Registrations = Record<string, { libraryPath: string; extensions: string[]; languageSymbol: string; expandoChar: string }>;

/** What the native part itself offers; `with-grammars.ts` makes the engine of it. */
export interface Addon extends Parser {
  /** The file it was opened from, where it was. */
  library?: string;
  registerDynamicLanguage(grammars: Registrations): void;
}

/**
 * Opens the addon where npm puts it: in a `node_modules` beside or above a folder of this package. Undefined when it is
 * not there. Looking costs a tenth of resolving it.
 */
export function openAddonNear(from: string): Addon | undefined {
  const [likely = ''] = addonNames();
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const engine = openAddon(path.join(folder, 'node_modules', '@ast-grep', `napi-${likely}`, `ast-grep-napi.${likely}.node`));
    if (engine !== undefined) return engine;
  }
  return undefined;
}

/** Both kinds of libc are tried: npm installs the right one, and telling them apart costs more than a failed lookup. */
export function addonNames(): string[] {
  const { platform, arch } = process;
  if (platform === 'linux') return [`linux-${arch}-gnu`, `linux-${arch}-musl`];
  return platform === 'win32' ? [`win32-${arch}-msvc`] : [`${platform}-${arch}`];
}

export function openAddon(file: string): Addon | undefined {
  const holder: { exports: Partial<Addon> } = { exports: {} };
  try {
    process.dlopen(holder, file);
  } catch {
    return undefined;
  }
  const { parse, parseAsync, registerDynamicLanguage } = holder.exports;
  return parse === undefined || parseAsync === undefined || registerDynamicLanguage === undefined
    ? undefined
    : { parse, parseAsync, registerDynamicLanguage, library: file };
}
