import type { GardenRule } from '#kernel/records/garden-rules.ts';
import { contradictions } from './rules/contradictions.ts';
import { deadAnchors } from './rules/dead-anchors.ts';
import { deadLinks } from './rules/dead-links.ts';
import { duplicateBullets } from './rules/duplicate-bullets.ts';
import type { Fault, FaultFinder, GardenFacts } from './rules/fault.ts';
import { hubs } from './rules/hubs.ts';
import { leftPlans } from './rules/left-plans.ts';
import { missingOwners } from './rules/missing-owners.ts';
import { missingPaths } from './rules/missing-paths.ts';
import { missingScripts } from './rules/missing-scripts.ts';
import { missingSymbols } from './rules/missing-symbols.ts';
import { orphans } from './rules/orphans.ts';
import { stalePages } from './rules/stale-pages.ts';
import { supersededCited } from './rules/superseded-cited.ts';

export type { Fault, GardenFacts } from './rules/fault.ts';

const finders: readonly { rules: readonly GardenRule[]; find: FaultFinder }[] = [
  { rules: ['dead-link'], find: deadLinks },
  { rules: ['dead-anchor'], find: deadAnchors },
  { rules: ['orphan'], find: orphans },
  { rules: ['missing-path'], find: missingPaths },
  { rules: ['missing-symbol'], find: missingSymbols },
  { rules: ['missing-script', 'missing-command'], find: missingScripts },
  { rules: ['stale'], find: stalePages },
  { rules: ['missing-owner'], find: missingOwners },
  { rules: ['long-hub', 'hub-steps'], find: hubs },
  { rules: ['duplicate-bullet'], find: duplicateBullets },
  { rules: ['contradiction'], find: contradictions },
  { rules: ['superseded-cited'], find: supersededCited },
  { rules: ['plan-left-active'], find: leftPlans },
];

/** Everything that is wrong with the documents of a repository, by the rules that are wanted. */
export function findFaults(facts: GardenFacts, isWanted: (rule: GardenRule) => boolean = () => true): Fault[] {
  return finders.flatMap(({ rules, find }) => (rules.some(isWanted) ? [...find(facts)].filter(({ rule }) => isWanted(rule)) : []));
}
