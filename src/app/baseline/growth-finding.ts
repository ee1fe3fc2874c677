import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { shortHash } from '#kernel/short-hash.ts';
import { baselinePath } from './baseline-path.ts';
import { countBreaches } from './count-breaches.ts';

/** The finding that a baseline grew: whoever accepts a new breach there has not mended it. */
export function growthFinding(excess: readonly BaselineEntry[]): Finding {
  const count = countBreaches(excess);
  const guardrails = [...new Set(excess.map(({ guardrail }) => guardrail))].sort().join(', ');
  return {
    priority: 'P1',
    path: baselinePath,
    message: `The baseline may only shrink, and it has grown by ${count === 1 ? '1 breach' : `${count} breaches`} of ${guardrails}.`,
    fix: 'Take them out with `tackroom check --update-baseline` and mend the breaches. Only a person may accept them: --allow-baseline-growth.',
    source: 'gate',
    fingerprint: `v1:${shortHash(JSON.stringify(['baseline-growth', excess]))}`,
    baseline: false,
  };
}
