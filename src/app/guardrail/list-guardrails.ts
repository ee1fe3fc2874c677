import picomatch from 'picomatch';
import { isForFiles } from '#guardrails/run-rules.ts';
import { compareText } from '#kernel/compare-text.ts';
import { groupBy } from '#kernel/group-by.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { GuardrailList } from '#kernel/records/guardrail-list.ts';
import { isSample } from '#pages/is-sample.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { countBreaches } from '../baseline/count-breaches.ts';
import { readBaseline } from '../baseline/read-baseline.ts';
import { loadSoundRules } from '../harness/load-rules.ts';
import { listDrafts } from './list-drafts.ts';

/** Every guardrail of the harness around `cwd`, the worst priority first, with how many files it looks at. */
export async function listGuardrails(cwd: string, signal?: AbortSignal): Promise<GuardrailList> {
  const { root, harness, rules, problems } = loadSoundRules(cwd, () => false);
  const isExcluded = picomatch(harness.settings.check.exclude, { dot: true });
  const { paths } = await listWorktreeFiles(root, signal);
  const inScope = paths.filter((path) => !isExcluded(path));
  const runnable = new Map(rules.rules.filter(isForFiles).map((rule) => [rule.id, rule]));
  const accepted = groupBy(readBaseline(root), ({ guardrail }) => guardrail);
  const guardrails = harness.guardrails.map(({ guardrail, message, path: page }) => {
    const rule = runnable.get(guardrail.id);
    const files = rule === undefined ? null : inScope.filter((path) => matchesGlobs(rule.files, path)).length;
    const { id, title, priority, check } = guardrail;
    const sample = isSample({ message }) ? { sample: true as const } : {};
    return { id, title, priority, kind: check.kind, files, accepted: countBreaches(accepted.get(id) ?? []), page, ...sample };
  });
  const mistakes = problems.map(({ path, line, message }) => ({ path, line, message }));
  guardrails.sort((a, b) => compareText(a.priority, b.priority) || compareText(a.id, b.id));
  return { version: 1, guardrails, drafts: listDrafts(root), mistakes };
}
