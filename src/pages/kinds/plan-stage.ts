import { type Plan, planStatuses } from '#kernel/records/plan.ts';
import type { YamlSource } from '../front-matter/parse-yaml.ts';
import type { Mistake } from '../mistake.ts';

type Stage = keyof typeof planStatuses;

export function planStage(path: string): Stage {
  return path.startsWith('docs/plans/completed/') ? 'completed' : 'active';
}

/** A plan's status and its folder say the same. */
export function planMistakes({ status }: Plan, stage: Stage, source: YamlSource): Mistake[] {
  const allowed: readonly string[] = planStatuses[stage];
  if (status === undefined || allowed.includes(status)) return [];
  const other: Stage = stage === 'active' ? 'completed' : 'active';
  return [
    {
      ...source.place(['status'], 'value'),
      code: 'plan-stage',
      message: `This plan is \`${status}\`, but lies in docs/plans/${stage}.`,
      fix: `Move it to docs/plans/${other}, or make its status one of ${allowed.join(', ')}.`,
    },
  ];
}
