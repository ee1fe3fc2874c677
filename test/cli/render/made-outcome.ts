import type { CheckOutcome } from '#app/check.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';

/** A finding with a place of its own. */
export function madeFinding(about: Partial<Finding> = {}): Finding {
  return {
    guardrail: 'no-eval',
    priority: 'P1',
    path: 'src/run.ts',
    range: { start: { line: 3, column: 9 }, end: { line: 3, column: 19 } },
    message: 'Code made from text at run time cannot be reviewed.',
    fix: 'Call the function you mean.',
    source: 'check',
    fingerprint: 'v1:0123456789abcdef01234567',
    baseline: false,
    ...about,
  };
}

export function madeRule(about: Partial<CompiledRule> = {}): CompiledRule {
  return {
    id: 'no-eval',
    page: 'harness/guardrails/no-eval.md',
    priority: 'P1',
    title: 'No eval',
    message: 'Code made from text at run time cannot be reviewed.',
    remedy: 'Call the function you mean.',
    files: {},
    check: { kind: 'text', pattern: 'eval' },
    literals: [],
    ...about,
  };
}

/** The outcome of a check that found these things. */
export function madeOutcome(findings: Finding[], about: Partial<CheckOutcome> = {}): CheckOutcome {
  const byPriority = { P0: 0, P1: 0, P2: 0, P3: 0 };
  for (const { priority } of findings) byPriority[priority]++;
  const summary = {
    files: 7,
    guardrails: 1,
    onCommands: 0,
    findings: findings.length,
    byPriority,
    suppressed: 0,
    accepted: 0,
    notRun: [],
    durationMs: 12,
  };
  return {
    report: { version: 1, findings, notes: [], summary },
    sayToAgent: () => '',
    notes: [],
    syntaxNotes: [],
    pageNotes: [],
    faults: [],
    unjudged: [],
    guardrails: [madeRule()],
    replacementOf: () => undefined,
    silenced: { suppressed: [], accepted: [] },
    ...about,
  };
}
