import { type PageFacts, unitsOf } from '../ground-index.ts';
import { filesFor } from './files-for.ts';
import type { ScoreMap } from './score-map.ts';

/** A guardrail, or one bullet of a persona. */
export interface Judge {
  page: PageFacts;
  bullet?: { id: string; text: string };
  score: number;
  /** The likely files that it is for. */
  files: string[];
}

export interface Judges {
  guardrails: Judge[];
  bullets: Judge[];
}

export function rankJudges({ pages }: { pages: readonly PageFacts[] }, found: { units: Float64Array; files: ScoreMap }): Judges {
  const likely = [...found.files.keys()];
  const guardrails: Judge[] = [];
  const bullets: Judge[] = [];
  let start = 0;
  for (const page of pages) {
    const units = found.units.subarray(start, start + unitsOf(page));
    start += unitsOf(page);
    if (page.globs === undefined) continue;
    const files = filesFor(page.globs, likely);
    const reach = reachOf(files, found.files);
    if (page.kind === 'guardrail') {
      const own = Math.max(...units);
      guardrails.push({ page, files, score: judgeScore(own, reach) });
    } else {
      for (const [index, bullet] of (page.bullets ?? []).entries()) {
        const own = units[page.sections.length + index] ?? 0;
        bullets.push({ page, bullet, files, score: judgeScore(own, reach) });
      }
    }
  }
  return { guardrails: sorted(guardrails), bullets: sorted(bullets) };
}

function judgeScore(words: number, reach: number): number {
  return (words + 1) * (0.3 + reach);
}

function sorted(judges: Judge[]): Judge[] {
  return judges.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1));
}

/** The share of what is likely that it is for. */
function reachOf(files: readonly string[], likely: ScoreMap): number {
  let all = 0;
  for (const score of likely.values()) all += score;
  return all === 0 ? 0 : files.reduce((sum, file) => sum + (likely.get(file) ?? 0), 0) / all;
}
