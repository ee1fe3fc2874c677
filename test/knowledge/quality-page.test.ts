import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AreaGrade } from '../../src/knowledge/grades/grade-areas.ts';
import { gradeAreas } from '../../src/knowledge/grades/grade-areas.ts';
import { updateQualityPage } from '../../src/knowledge/grades/quality-page.ts';
import { makeGraph } from './make-graph.ts';

const grade = (area: string, one: AreaGrade['grade']): AreaGrade => ({
  area,
  grade: one,
  pages: 1,
  stale: 0,
  guardrails: 2,
  accepted: 3,
  findings: 4,
});

describe('the quality page', () => {
  it('adds a column a day, replaces the one of today, and keeps what people wrote', () => {
    const first = updateQualityPage(undefined, [grade('src/a', 'B')], '2026-01-01');
    const written = `${first}\n## What we do about it\nMuch.\n`;
    const second = updateQualityPage(written, [grade('src/a', 'A'), grade('src/b', 'C')], '2026-02-01');
    const third = updateQualityPage(second, [grade('src/a', 'D')], '2026-02-01');
    assert.match(second, /^\| area \| 2026-01-01 \| 2026-02-01 \| pages/m);
    assert.match(second, /^\| `src\/a` \| B \| A \| 1 \| 0 \| 2 \| 3 \| 4 \|$/m);
    assert.match(second, /^\| `src\/b` \| – \| C \|/m);
    assert.match(third, /^\| `src\/a` \| B \| D \|/m);
    assert.doesNotMatch(third, /src\/b/);
    for (const page of [second, third]) assert.ok(page.endsWith('\n## What we do about it\nMuch.\n'));
    assert.equal(updateQualityPage(third, [grade('src/a', 'D')], '2026-02-01'), third);
  });

  it('takes a step off for what an area lacks', () => {
    const graph = makeGraph({
      'AGENTS.md': '`src/a/x.ts`\n',
      'harness/guardrails/g.md': '---\nid: g\nfiles: ["src/a/**"]\n---\nSay it.\n',
      'src/a/x.ts': '',
      'src/b/y.ts': '',
      'test/z.ts': '',
    });
    const about = { graph, drift: new Map(), findings: [], page: 'docs/quality.md' };
    assert.deepEqual(
      gradeAreas({ ...about, accepted: [] }).map(({ area, grade: one }) => [area, one]),
      [
        ['src/a', 'A'],
        ['src/b', 'C'],
      ],
    );
    assert.deepEqual(
      gradeAreas({ ...about, accepted: ['src/a/x.ts', 'src/b/y.ts'] }).map(({ grade: one, accepted }) => [one, accepted]),
      [
        ['B', 1],
        ['D', 1],
      ],
    );
  });
});
