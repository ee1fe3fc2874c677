import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { PlanFacts } from '../graph.ts';

/** How far the plans of a repository say they are. */
export function readPlans(documents: Iterable<KnowledgeDocument>): Map<string, PlanFacts> {
  return new Map([...documents].flatMap((page) => (page.kind === 'plan' ? [[page.path, readPlan(page)]] : [])));
}

function readPlan(page: KnowledgeDocument): PlanFacts {
  const status = statusOf(page);
  const boxes = page.entries.filter(({ done }) => done !== undefined);
  const done = boxes.filter((box) => box.done).length;
  return {
    path: page.path,
    stage: page.path.startsWith('docs/plans/completed/') ? 'completed' : 'active',
    ...(status === undefined ? {} : { status }),
    boxes: { done, open: boxes.length - done },
  };
}

function statusOf({ frontMatter, text, bodyLine }: KnowledgeDocument): string | undefined {
  const given = frontMatter.get('status');
  if (typeof given === 'string') return given.toLowerCase();
  const body = text
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n');
  return /^(?:[-*+] +)?\**status\**: *\**([a-z]+)/im.exec(body)?.[1]?.toLowerCase();
}
