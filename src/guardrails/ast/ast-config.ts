import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { AstConfig } from './open-addon.ts';

/** The part of a check that ast-grep searches for. */
export function astConfig(check: AstCheck): AstConfig {
  return {
    rule: check.rule,
    ...(check.constraints === undefined ? {} : { constraints: check.constraints }),
    ...(check.utils === undefined ? {} : { utils: check.utils }),
    ...(check.transform === undefined ? {} : { transform: check.transform }),
  };
}
