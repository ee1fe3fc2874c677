import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { adoptEngine } from './ast/engine.ts';
import { adoptSource } from './ast/parse-source.ts';
import type { ParsingAhead } from './parse-ahead.ts';
import { finish } from './run/finish.ts';
import { lightKindRunners } from './run/light-kind-runners.ts';
import type { RunResult, Scope } from './run/run-result.ts';
import { runSteps } from './run/run-steps.ts';

/** `runRules` for rules of light kinds, which is all that it loads; rules of other kinds are left alone. */
export function runLightRules(rules: CompiledRules, scope: Scope): RunResult {
  return finish(runSteps(rules, scope, lightKindRunners));
}

/** Waits for a file that is being parsed, for `runLightRules` to find it so. */
export async function adoptParsed({ engine, parsed }: ParsingAhead): Promise<void> {
  adoptEngine(engine);
  const source = await parsed;
  if (source !== undefined) adoptSource(source);
}
