import { isForFiles } from '#guardrails/run-rules.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { excludeTest } from './exclude-test.ts';
import { globHint } from './glob-hint.ts';
import type { CheckRules } from './kept-rules.ts';

/** A guardrail that no file of the repository concerns: right where the files are still to come, else a slip. */
export interface IdlePage {
  id: string;
  page: string;
  /** Of `files` in the page. */
  line: number;
  column: number;
  message: string;
  /** What the author may have meant; without it the files may just not be there yet. */
  hint?: string;
}

/**
 * Guardrails with `files` that match none of these paths. Those on commands, and on files that must or must not exist,
 * are none; nor is any in a repository where nothing is yet but the harness.
 */
export async function idlePages(root: string, rules: Pick<CheckRules, 'harness' | 'rules'>, paths: readonly string[]): Promise<IdlePage[]> {
  const isExcluded = await excludeTest(rules.harness.settings.check.exclude);
  const idle = findIdle(rules, { paths, inScope: paths.filter((path) => !isExcluded(path)) });
  if (idle.length === 0) return [];
  const { locateKey } = await import('#pages/locate-key.ts'); // a parser of YAML, which a check without idle pages does not need
  return idle.map((page) => ({ ...page, ...locateKey(readInside(root, page.page) ?? '', ['files']) }));
}

function findIdle(
  { harness, rules }: Pick<CheckRules, 'harness' | 'rules'>,
  { paths, inScope }: Readonly<Record<'paths' | 'inScope', readonly string[]>>,
): Omit<IdlePage, 'line' | 'column'>[] {
  const work = paths.filter((path) => !path.startsWith('harness/'));
  if (work.length === 0) return [];
  return rules.rules.flatMap((rule) => {
    const page = harness.guardrails.find(({ guardrail }) => guardrail.id === rule.id);
    if (page === undefined || !looksAtFiles(rule, page) || inScope.some((path) => matchesGlobs(rule.files, path))) return [];
    const hint = whyNone(rule, page, { paths, work });
    return [
      {
        id: rule.id,
        page: page.path,
        message: '`files` matches no file of this repository.',
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

function looksAtFiles({ check }: CompiledRule, { guardrail }: GuardrailPage): boolean {
  if (guardrail.files === undefined || !isForFiles({ check })) return false;
  return check.kind !== 'structure' || (check.forbidden !== true && check.required !== true);
}

function whyNone(
  rule: CompiledRule,
  { guardrail }: GuardrailPage,
  { paths, work }: Readonly<Record<'paths' | 'work', readonly string[]>>,
): string | undefined {
  const { exclude, ...included } = rule.files;
  if (paths.some((path) => matchesGlobs(rule.files, path)))
    return 'All that it matches is left out by `check.exclude` in harness/harness.yaml.';
  if (exclude !== undefined && paths.some((path) => matchesGlobs(included, path)))
    return 'Its own globs with `!` take out all that the others match.';
  return globHint(guardrail.files ?? [], work);
}
