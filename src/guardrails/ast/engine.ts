import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GuardrailError } from '../errors.ts';
import { type AstEngine, addonNames, openAddon, openAddonNear } from './open-addon.ts';

let loaded: AstEngine | undefined;

/**
 * Loads ast-grep on first use. The platform's addon is opened directly: going through the package's own loader
 * costs a few milliseconds more, which the hook would pay on every edit.
 */
export function loadEngine(): AstEngine {
  loaded ??= openAddonNear(path.dirname(fileURLToPath(import.meta.url))) ?? openResolvedAddon() ?? requirePackage();
  return loaded;
}

/** Uses an engine that somebody else has opened. */
export function adoptEngine(engine: AstEngine): void {
  loaded ??= engine;
}

function openResolvedAddon(): AstEngine | undefined {
  const require = createRequire(import.meta.url);
  for (const name of addonNames()) {
    const file = resolveAddon(require, `@ast-grep/napi-${name}/ast-grep-napi.${name}.node`);
    const engine = file === undefined ? undefined : openAddon(file);
    if (engine !== undefined) return engine;
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
