import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { KnowledgeGraph } from '../graph.ts';
import type { Fault } from '../rules/fault.ts';
import type { TextEdit } from './apply-edits.ts';

/** A plan that goes where finished plans lie. */
export interface PlanMove {
  to: string;
  edits: TextEdit[];
}

/** Where the plans go that say themselves that they are over, by their path. One whose place is taken stays. */
export function finishedPlans(graph: KnowledgeGraph, faults: readonly Fault[]): Map<string, PlanMove> {
  const left = faults.flatMap(({ rule, path }) => (rule === 'plan-left-active' ? [path] : []));
  return new Map(
    left.flatMap((path): [string, PlanMove][] => {
      const document = graph.documents.get(path);
      const plan = graph.plans.get(path);
      const isOver =
        plan?.status === 'completed' ||
        plan?.status === 'abandoned' ||
        (plan !== undefined && plan.boxes.done > 0 && plan.boxes.open === 0);
      const to = path.replace('docs/plans/active/', 'docs/plans/completed/');
      if (document === undefined || !isOver || graph.files.isFile(to)) return [];
      return [[path, { to, edits: statusEdit(document) }]];
    }),
  );
}

/** Its status must be one that a completed plan may have. */
function statusEdit({ path, frontMatter, text }: KnowledgeDocument): TextEdit[] {
  const status = frontMatter.get('status');
  if (typeof status !== 'string' || status === 'completed' || status === 'abandoned') return [];
  const found = /^(status:[ \t]*)(\S+)[ \t]*$/m.exec(text);
  if (found === null) return [];
  const start = found.index + (found[1] ?? '').length;
  return [{ path, at: { start, end: start + (found[2] ?? '').length }, text: 'completed' }];
}
