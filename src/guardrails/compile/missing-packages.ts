import type { Check } from '#kernel/records/guardrail.ts';
import type { NativePackage } from '../kind/check-kind.ts';
import { kindCompilers } from './kind-compilers.ts';

/** A package whose part for this system is not installed: the pages are right, the install is not. */
export interface MissingPackage {
  name: string;
  /** Why it could not be loaded, in its own words. */
  reason: string;
  /** What to ask npm for, where the package does not come with Tackroom. */
  install?: string;
}

/** What these checks cannot run without, and is not there. Loads what is there. */
export function missingPackages(checks: readonly Check[]): MissingPackage[] {
  const needed = new Map(checks.flatMap(packagesOf).map((one) => [one.package, one]));
  return [...needed.values()].flatMap((native) => {
    try {
      native.load();
      return [];
    } catch (error) {
      return [{ name: native.package, reason: firstCause(error), ...(native.install === undefined ? {} : { install: native.install }) }];
    }
  });
}

/** What to ask npm for, of what these checks run on and does not come with Tackroom. */
export function extraPackages(checks: readonly Check[]): string[] {
  return [...new Set(checks.flatMap(packagesOf).flatMap(({ install }) => install ?? []))].sort();
}

function packagesOf(check: Check): NativePackage[] {
  const compiler = kindCompilers[check.kind];
  return [...(compiler?.native === undefined ? [] : [compiler.native]), ...(compiler?.packages?.(check) ?? [])];
}

function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? firstCause(error.cause) : (error.message.split('\n')[0] ?? '');
}
