import type { Finding } from '#kernel/records/finding.ts';
import { gradeAreas } from '#knowledge/grade-areas.ts';
import { updateQualityPage } from '#knowledge/quality-page.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { readBaseline } from '../baseline/read-baseline.ts';
import type { OpenGarden } from './open-garden.ts';

const page = 'docs/quality.md';

/** Grades the areas of the source as they are now, and puts them into the quality page; what it did, in a line. */
export function updateQuality({ root, facts }: OpenGarden, findings: readonly Finding[], nowMs: number): string {
  const baseline = readBaseline(root);
  const accepted = baseline.flatMap(({ path, count = 1 }) => Array.from({ length: count }, () => path));
  const grades = gradeAreas({ graph: facts.graph, drift: facts.drift, findings, accepted, page });
  const target = openTarget(root, page);
  const text = updateQualityPage(target.text, grades, new Date(nowMs).toISOString().slice(0, 10));
  if (text !== target.text) stageWrite(target, text).commit();
  return `${page}: ${grades.length === 1 ? '1 area' : `${grades.length} areas`} graded.`;
}
