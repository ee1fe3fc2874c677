import type { Guardrail } from '#kernel/records/guardrail.ts';
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

/** What the checks of these guardrails cannot run without, and is not there. Loads what is there. */
export function missingPackages(guardrails: readonly Guardrail[]): MissingPackage[] {
  const needed = new Map(guardrails.flatMap(packagesOf).map((one) => [one.package, one]));
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
export function extraPackages(guardrails: readonly Guardrail[]): string[] {
  return [...new Set(guardrails.flatMap(packagesOf).flatMap(({ install }) => install ?? []))].sort();
}

function packagesOf({ check, files }: Guardrail): NativePackage[] {
  const compiler = kindCompilers[check.kind];
  return [...(compiler?.native === undefined ? [] : [compiler.native]), ...(compiler?.packages?.(check, files) ?? [])];
}

function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? firstCause(error.cause) : (error.message.split('\n')[0] ?? '');
}
