import type { Check } from '#kernel/records/guardrail.ts';
import { kindCompilers } from './kind-compilers.ts';

/** A package whose part for this system is not installed: the pages are right, the install is not. */
export interface MissingPackage {
  name: string;
  /** Why it could not be loaded, in its own words. */
  reason: string;
}

/** What guardrails of these kinds cannot run without, and is not there. Loads what is there. */
export function missingPackages(kinds: Iterable<Check['kind']>): MissingPackage[] {
  return [...new Set(kinds)].flatMap((kind) => {
    const native = kindCompilers[kind]?.native;
    if (native === undefined) return [];
    try {
      native.load();
      return [];
    } catch (error) {
      return [{ name: native.package, reason: firstCause(error) }];
    }
  });
}

function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? firstCause(error.cause) : (error.message.split('\n')[0] ?? '');
}
