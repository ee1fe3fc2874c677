import type { Finding } from '#kernel/records/finding.ts';
import { updateQuality } from '#knowledge/update-quality.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { readBaseline } from '../baseline/read-baseline.ts';
import type { OpenGarden } from './open-garden.ts';

const page = 'docs/quality.md';

/** Grades the areas of the source as they are now, and puts them into the quality page; what it did, in a line. */
export function gradeGarden({ root, facts }: OpenGarden, findings: readonly Finding[], nowMs: number): string {
  const baseline = readBaseline(root);
  const accepted = baseline.flatMap(({ path, count = 1 }) => Array.from({ length: count }, () => path));
  const target = openTarget(root, page);
  const input = { graph: facts.graph, drift: facts.drift, findings, accepted, page };
  const { text, areas } = updateQuality(input, target.text, new Date(nowMs).toISOString().slice(0, 10));
  if (text !== target.text) stageWrite(target, text).commit();
  return `${page}: ${areas === 1 ? '1 area' : `${areas} areas`} graded.`;
}
