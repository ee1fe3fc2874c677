import { createRequire } from 'node:module';
import { PlatformError } from '../errors.ts';

const slot = Symbol.for('tackroom.limited-work');
const load = createRequire(import.meta.url);
let script: import('node:vm').Script | undefined;

/**
 * Runs synchronous work that may take for ever, such as a regular expression, and throws when the time is over.
 * V8 interrupts even the inside of a match; the watchdog thread costs about 0.1 ms a call.
 */
export function runLimited<T>(work: () => T, about: { limitMs: number; what: string }): T {
  const results: T[] = [];
  script ??= makeScript();
  Reflect.set(globalThis, slot, () => results.push(work()));
  try {
    script.runInThisContext({ timeout: about.limitMs });
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
    throw new PlatformError(`${about.what} took longer than ${about.limitMs} ms and was stopped`, {
      code: 'pattern-too-slow',
      fix: 'Rewrite the pattern without a repeat inside a repeat, such as (a+)+.',
      cause,
    });
  } finally {
    Reflect.deleteProperty(globalThis, slot);
  }
  for (const result of results) return result;
  throw new PlatformError(`${about.what} gave no result`, { code: 'limited-work-lost' });
}

/** Loaded on first use: most hooks need no clock on a pattern. */
function makeScript(): import('node:vm').Script {
  const vm: typeof import('node:vm') = load('node:vm');
  return new vm.Script(`globalThis[Symbol.for('tackroom.limited-work')]()`);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
