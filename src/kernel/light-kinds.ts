import type { CompiledRule } from './records/compiled-rules.ts';
import type { Check } from './records/guardrail.ts';

/** Kinds that look at one edited file and nothing around it: the engine half that a hook loads for an edit knows only these. */
export const lightKinds = ['ast', 'text', 'structure'] as const satisfies readonly Check['kind'][];

export type LightKind = (typeof lightKinds)[number];

export function isLight(rule: CompiledRule): boolean {
  return lightKinds.some((kind) => kind === rule.check.kind);
}
