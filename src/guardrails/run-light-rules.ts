import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
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

/**
 * Waits for a file that is being parsed, for `runLightRules` to find it so. Meanwhile the rules are searched for in
 * nothing: the engine's first search takes 0.5 ms longer than the next.
 */
export async function adoptParsed({ engine, language, parsed }: ParsingAhead, rules: readonly CompiledRule[]): Promise<void> {
  adoptEngine(engine);
  const any = rules.flatMap(({ check, languages, mergeable }) =>
    check.kind === 'ast' && mergeable === true && languages?.includes(language) === true ? [check.rule] : [],
  );
  if (any.length > 1) engine.parse(language, '').root().findAll({ rule: { any } });
  const source = await parsed;
  if (source !== undefined) adoptSource(source);
}
