import type { PlanFacts } from '../graph.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** So long an active plan may lie untouched while its files move on. */
const patienceDays = 90;

/** Plans that lie among the active ones and are over, or were forgotten. */
export function* leftPlans(facts: GardenFacts): Generator<Fault> {
  for (const plan of facts.graph.plans.values()) {
    const why = plan.stage === 'active' ? whyLeft(plan, facts) : undefined;
    if (why !== undefined) yield { rule: 'plan-left-active', path: plan.path, quote: '', message: why };
  }
}

function whyLeft({ path, status, boxes }: PlanFacts, facts: GardenFacts): string | undefined {
  if (status === 'completed' || status === 'abandoned' || status === 'done')
    return `This plan is ${status}, and still lies in docs/plans/active.`;
  if (boxes.done > 0 && boxes.open === 0) return `All ${boxes.done} boxes of this plan are ticked, and it still lies in docs/plans/active.`;
  const age = facts.ageDays(path);
  if (age === undefined || age <= patienceDays || !movedOn(path, age, facts)) return undefined;
  return `Nobody touched this plan for ${Math.floor(age)} days, while files it names changed: it is done, dropped, or out of date.`;
}

function movedOn(path: string, age: number, { graph, ageDays }: GardenFacts): boolean {
  return (graph.edgesFrom.get(path) ?? []).some(({ kind, to }) => {
    if ((kind !== 'links' && kind !== 'names') || graph.documents.has(to)) return false;
    const files = graph.files.isFolder(to) ? graph.files.filesIn(to) : [to];
    return files.some((file) => (ageDays(file) ?? age) < age);
  });
}
