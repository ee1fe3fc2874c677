import { mendFile, type Refusal } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { FixSummary } from '#kernel/records/fix-summary.ts';
import { removeAbandoned } from '#platform/files/temporary-file.ts';
import { openScope } from '../check/open-scope.ts';
import { type CheckOutcome, type CheckRequest, check } from '../check.ts';
import { loadRules } from '../harness/load-rules.ts';
import { diffOf } from './diff-of.ts';
import { withoutNewBreaches } from './without-new-breaches.ts';
import { type FixedFile, writeFixes } from './write-fixes.ts';

export interface FixRequest extends CheckRequest {
  /** Show what would be written, and write nothing. */
  dryRun: boolean;
  /** Mend accepted breaches, too. */
  accepted: boolean;
}

/**
 * Mends the findings of a check that have a fix, file by file, and checks again. A file is written whole or not at all.
 * The second check is handed on: what it reports is what is left.
 */
export async function fix<T>(
  request: FixRequest,
  use: (outcome: CheckOutcome, read: Tree['read'], summary: FixSummary) => T,
  signal?: AbortSignal,
): Promise<T> {
  const before = await check(request, (outcome) => wanted(outcome, request), signal);
  const { root, files, refused } = await planFixes(request, before.findings, signal);
  const written = request.dryRun ? { files, lines: [] } : writeFixes(root, files, signal);
  const after = request.dryRun ? undefined : written.files.map(({ path }) => path);
  return check(
    request,
    (outcome, read) => {
      const left = wanted(outcome, request).findings.length;
      const head = request.dryRun
        ? `would change ${plural(files.length, 'file')}; nothing was written.`
        : `fixed ${plural(before.findings.length - left, 'finding')} in ${plural(after?.length ?? 0, 'file')}, ${left} left.`;
      const lines = [head, ...sparedLines(before.spared), ...written.lines, ...refused.map(say)];
      return use(outcome, read, { diff: request.dryRun ? files.map(diffOf).join('') : '', lines });
    },
    signal,
  );
}

/** What is to be mended, and how many accepted breaches have a fix and are let be. */
function wanted({ report, silenced, replacementOf }: CheckOutcome, { accepted }: FixRequest): { findings: Finding[]; spared: number } {
  if (accepted) return { findings: [...report.findings, ...silenced.accepted], spared: 0 };
  return { findings: report.findings, spared: silenced.accepted.filter((finding) => replacementOf(finding) !== undefined).length };
}

function sparedLines(spared: number): string[] {
  if (spared === 0) return [];
  const what = spared === 1 ? '1 accepted breach has a fix, and was' : `${spared} accepted breaches have a fix, and were`;
  return [`${what} left as the baseline has it; with --all they are fixed as well.`];
}

async function planFixes(
  request: FixRequest,
  findings: readonly Finding[],
  signal?: AbortSignal,
): Promise<{ root: string; files: FixedFile[]; refused: Refusal[] }> {
  const { root, rules } = loadRules(request.cwd);
  const { tree, temporary } = await openScope({ root, scope: { kind: 'all' } }, signal);
  if (!request.dryRun) removeAbandoned(root, temporary);
  const files: FixedFile[] = [];
  const refused: Refusal[] = [];
  for (const [path, some] of groupBy(findings, (finding) => finding.path)) {
    signal?.throwIfAborted();
    const text = tree.read(path);
    if (text === undefined) continue;
    const wanted = new Set(some.map(({ fingerprint }) => fingerprint));
    const fixed = mendFile({ rules: rules.rules, tree, path, text, wanted });
    if (fixed.text !== text) files.push({ path, before: text, after: fixed.text });
    for (const refusal of fixed.refused) refused.push(refusal);
    await new Promise((resolve) => setImmediate(resolve)); // syntax trees are freed only when the event loop turns
  }
  const sound = await withoutNewBreaches({ root, rules, tree }, files, signal);
  return { root, files: sound.files, refused: [...refused, ...sound.refused] };
}

function say({ guardrail, path, line, reason }: Refusal): string {
  return `${path}:${line}: the fix of ${guardrail} was not made: ${reason}.`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
