import type { AstCheck } from '#kernel/records/guardrail.ts';
import { astConfig } from './ast-config.ts';
import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import type { AstConfig } from './open-addon.ts';

/** Why ast-grep does not take a check in a grammar, as its own chain of causes; undefined where it does. */
export function compileError(language: AstLanguage, check: AstCheck): string | undefined {
  return configError(language, astConfig(check));
}

export function configError(language: AstLanguage, config: AstConfig): string | undefined {
  try {
    loadEngine().parse(language, '').root().findAll(config);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
