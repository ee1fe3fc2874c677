import type { Finding, Range } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { sarifUri } from './sarif-uri.ts';

/** Why a finding does not count: a comment in the code, or a baseline beside it. */
export interface Silence {
  kind: 'inSource' | 'external';
  justification: string;
}

export interface ResultContext {
  ruleIndex: ReadonlyMap<string, number>;
  silence?: Silence;
  isNew?: true;
  /** What the guardrail's fix would write there. */
  replacement?: string;
}

/** What SARIF calls an error must be fixed to merge, a warning must be answered. */
export const levels = { P0: 'error', P1: 'error', P2: 'warning', P3: 'note' } as const satisfies Record<Priority, string>;

/** One finding as a SARIF result. */
export function sarifResult(finding: Finding, { ruleIndex, silence, isNew, replacement }: ResultContext) {
  const ruleId = finding.guardrail ?? '';
  const index = ruleIndex.get(ruleId);
  return {
    ruleId,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[finding.priority],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: sarifUri(finding.path), region: region(finding.range) } }],
    partialFingerprints: partialFingerprints(finding.fingerprint),
    ...(silence?.kind === 'external' ? { baselineState: 'unchanged' } : {}),
    ...(isNew === true ? { baselineState: 'new' } : {}),
    ...(silence === undefined ? {} : { suppressions: [{ ...silence, status: 'accepted' }] }),
    ...fixes(finding, replacement),
    properties: { priority: finding.priority },
  };
}

function fixes({ path, range, fix }: Finding, replacement: string | undefined) {
  if (range === undefined || replacement === undefined) return {};
  const replacements = [{ deletedRegion: region(range), insertedContent: { text: replacement } }];
  return {
    fixes: [
      { description: { text: fix ?? 'The fix of the guardrail.' }, artifactChanges: [{ artifactLocation: sarifUri(path), replacements }] },
    ],
  };
}

/** Another recipe of ours is another fingerprint to SARIF, and says so in its name. */
function partialFingerprints(fingerprint: string): Record<string, string> {
  const [, version = 'v0', hash = fingerprint] = /^(v\d+):(.*)$/s.exec(fingerprint) ?? [];
  return { [`tackroomFingerprint/${version}`]: hash };
}

/** Both count from 1 and end exclusively. Code scanning requires a line, so a finding about a whole file stands on its first. */
function region(range: Range | undefined) {
  if (range === undefined) return { startLine: 1 };
  const { start, end } = range;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
