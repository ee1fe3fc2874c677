import picomatch from 'picomatch';
import { runRulesAsync } from '#guardrails/run-rules.ts';
import { compareText } from '#kernel/compare-text.ts';
import type { SuppressionList } from '#kernel/records/suppression-list.ts';
import { openScope } from '../check/open-scope.ts';
import { weighAllows } from '../check/weigh-allows.ts';
import { loadRules } from '../harness/load-rules.ts';

/** Every suppression in the files that guardrails look at, with its reason and what it silences: the whole repository is checked for that. */
export async function listSuppressions(cwd: string, signal?: AbortSignal): Promise<SuppressionList> {
  const { root, harness, rules } = loadRules(cwd);
  const { tree, paths } = await openScope({ root, scope: { kind: 'all' } }, signal);
  const isExcluded = picomatch(harness.settings.check.exclude, { dot: true });
  const inQuestion = paths.filter((path) => !isExcluded(path));
  const result = await runRulesAsync(rules, { tree, paths: inQuestion, whole: true, root, everyAllow: true }, signal);
  const suppressions = weighAllows(result).map(({ guardrail, path, line, reason, findings }) => ({
    guardrail,
    path,
    line,
    reason,
    findings,
  }));
  return { version: 1, suppressions: suppressions.sort((a, b) => compareText(a.path, b.path) || a.line - b.line) };
}
