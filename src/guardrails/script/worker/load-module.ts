import { register } from 'node:module';
import type { ScriptCheck } from '../define-check.ts';

/** Loads a check. `tackroom/check` is ours, wherever the module lies: it need not be installed beside it. */
export async function loadModule(url: string): Promise<ScriptCheck> {
  register(hooksUrl());
  const loaded: unknown = await import(url);
  const found: unknown = loaded !== null && typeof loaded === 'object' && 'default' in loaded ? loaded.default : undefined;
  if (isCheck(found)) return found;
  throw new TypeError('it has no check: write `export default defineCheck({ check(file, context) { ... } })`');
}

function isCheck(value: unknown): value is ScriptCheck {
  if (value === null || typeof value !== 'object') return false;
  if (!('check' in value) || typeof value.check !== 'function') return false;
  return !('files' in value) || value.files === undefined || typeof value.files === 'function';
}

/** As text: the hooks run on a thread of Node's, which knows no `#room/` paths. */
function hooksUrl(): string {
  const own = new URL(import.meta.url.endsWith('.ts') ? '../define-check.ts' : '../define-check.js', import.meta.url).href;
  const source = `export async function resolve(name, context, next) {
    return name === 'tackroom/check' ? { url: ${JSON.stringify(own)}, shortCircuit: true } : next(name, context);
  }`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
