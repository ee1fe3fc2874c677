import { groupBy } from '#kernel/group-by.ts';
import type { Guardrail } from '#kernel/records/guardrail.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { NativePackage } from '../kind/check-kind.ts';
import { kindCompilers } from './kind-compilers.ts';

/** A package whose part for this system is not installed: the pages are right, the install is not. */
export interface MissingPackage {
  name: string;
  /** Why it could not be loaded, in its own words. */
  reason: string;
  /** What to ask npm for, where the package does not come with Tackroom. */
  install?: string;
  /** The language that is read with it, as ast-grep calls it. */
  language?: string;
  /** Paths of the pages that need it. */
  pages: string[];
}

/** What the checks of these guardrails cannot run without, and is not there. Loads what is there. */
export function missingPackages(pages: readonly GuardrailPage[]): MissingPackage[] {
  const needs = pages.flatMap(({ guardrail, path }) => packagesOf(guardrail).map((native) => ({ native, path })));
  return [...groupBy(needs, ({ native }) => native.package)].flatMap(([name, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const { install, language, load } = first.native;
    try {
      load();
      return [];
    } catch (error) {
      const about = { ...(install === undefined ? {} : { install }), ...(language === undefined ? {} : { language }) };
      return [{ name, reason: firstCause(error), ...about, pages: [...new Set(all.map(({ path }) => path))] }];
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
