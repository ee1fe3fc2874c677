import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GuardrailError } from '../errors.ts';

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

export interface AstEngine {
  parse(language: string, text: string): { root(): AstNode };
}

const here = path.dirname(fileURLToPath(import.meta.url));
let loaded: AstEngine | undefined;

/**
 * Loads ast-grep on first use. The platform's addon is opened directly: going through the package's own loader
 * costs a few milliseconds more, which the hook would pay on every edit.
 */
export function loadEngine(): AstEngine {
  loaded ??= openAddon() ?? requirePackage();
  return loaded;
}

function openAddon(): AstEngine | undefined {
  const require = createRequire(import.meta.url);
  const [likely = ''] = addonNames();
  for (let folder = here; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    // Trying where npm puts it costs a tenth of resolving it.
    const engine = tryOpen(path.join(folder, 'node_modules', '@ast-grep', `napi-${likely}`, `ast-grep-napi.${likely}.node`));
    if (engine !== undefined) return engine;
  }
  for (const name of addonNames()) {
    const file = resolveAddon(require, `@ast-grep/napi-${name}/ast-grep-napi.${name}.node`);
    const engine = file === undefined ? undefined : tryOpen(file);
    if (engine !== undefined) return engine;
  }
  return undefined;
}

/** Both kinds of libc are tried: npm installs the right one, and telling them apart costs more than a failed lookup. */
function addonNames(): string[] {
  const { platform, arch } = process;
  if (platform === 'linux') return [`linux-${arch}-gnu`, `linux-${arch}-musl`];
  return platform === 'win32' ? [`win32-${arch}-msvc`] : [`${platform}-${arch}`];
}

/** Package managers that do not flatten put the addon next to `@ast-grep/napi`, out of our own reach. */
function resolveAddon(require: NodeJS.Require, request: string): string | undefined {
  try {
    return require.resolve(request);
  } catch {
    try {
      return createRequire(require.resolve('@ast-grep/napi')).resolve(request);
    } catch {
      return undefined;
    }
  }
}

function tryOpen(file: string): AstEngine | undefined {
  const holder: { exports: Partial<AstEngine> } = { exports: {} };
  try {
    process.dlopen(holder, file);
  } catch {
    return undefined;
  }
  const { parse } = holder.exports;
  return parse === undefined ? undefined : { parse };
}

function requirePackage(): AstEngine {
  try {
    const engine: AstEngine = createRequire(import.meta.url)('@ast-grep/napi');
    return engine;
  } catch (cause) {
    throw new GuardrailError(`ast-grep could not be loaded on ${process.platform}-${process.arch}`, {
      code: 'ast-engine-missing',
      fix: 'Install the packages again with optional dependencies, so that @ast-grep/napi gets its addon.',
      cause,
    });
  }
}
