import type { PageKind } from '#kernel/records/page.ts';
import type { Fault, GardenFacts } from './fault.ts';

const ownedKinds: readonly (PageKind | undefined)[] = ['guardrail', 'runbook', 'journey', 'design', 'plan'];

/** Pages that nobody answers for, in repositories where others have somebody. What is over needs no owner. */
export function* missingOwners({ graph }: GardenFacts): Generator<Fault> {
  if (!graph.hasOwners) return;
  for (const { path, kind } of graph.documents.values()) {
    if (!ownedKinds.includes(kind) || graph.plans.get(path)?.stage === 'completed' || graph.ownersOf(path).length > 0) continue;
    yield {
      rule: 'missing-owner',
      path,
      quote: '',
      message: `Nobody answers for this ${kind}: it has no \`owner\`, and CODEOWNERS names nobody for it.`,
    };
  }
}
