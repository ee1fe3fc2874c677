import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GuardrailError } from '../errors.ts';
import { type Addon, type AstEngine, addonNames, openAddon, openAddonNear } from './open-addon.ts';
import { withGrammars } from './with-grammars.ts';

let loaded: AstEngine | undefined;

/**
 * Loads ast-grep on first use. The platform's addon is opened directly: going through the package's own loader
 * costs a few milliseconds more, which the hook would pay on every edit.
 */
export function loadEngine(): AstEngine {
  loaded ??= openEngine(path.dirname(fileURLToPath(import.meta.url)));
  return loaded;
}

/** Uses an engine that somebody else has opened. */
export function adoptEngine(engine: AstEngine): void {
  loaded ??= engine;
}

function openEngine(from: string): AstEngine {
  return withGrammars(openAddonNear(from) ?? openResolvedAddon() ?? requirePackage(), from);
}

function openResolvedAddon(): Addon | undefined {
  const require = createRequire(import.meta.url);
  for (const name of addonNames()) {
    const file = resolveAddon(require, `@ast-grep/napi-${name}/ast-grep-napi.${name}.node`);
    const addon = file === undefined ? undefined : openAddon(file);
    if (addon !== undefined) return addon;
  }
  return undefined;
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

function requirePackage(): Addon {
  try {
    const addon: Addon = createRequire(import.meta.url)('@ast-grep/napi');
    return addon;
  } catch (cause) {
    throw new GuardrailError(`ast-grep could not be loaded on ${process.platform}-${process.arch}`, {
      code: 'ast-engine-missing',
      fix: 'Install the packages again with optional dependencies, so that @ast-grep/napi gets its addon.',
      cause,
    });
  }
}
