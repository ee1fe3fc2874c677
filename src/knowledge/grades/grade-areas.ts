import { compareText } from '#kernel/compare-text.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Drift } from '../drift/drift.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { documentsAbout } from '../walk-graph.ts';

/** How well an area of the source is looked after, by what the repository itself says. */
export interface AreaGrade {
  /** A folder of the repository. */
  area: string;
  grade: 'A' | 'B' | 'C' | 'D';
  /** Pages and documents that link to its files or name them. */
  pages: number;
  /** Those of them that are out of date. */
  stale: number;
  /** Guardrails that look at any of its files. */
  guardrails: number;
  /** Breaches in it that were accepted. */
  accepted: number;
  /** Faults of the pages about it. */
  findings: number;
}

export interface GradeInput {
  graph: KnowledgeGraph;
  drift: ReadonlyMap<string, Drift>;
  findings: readonly Finding[];
  /** Paths of accepted breaches, one for each. */
  accepted: readonly string[];
  /** The page that the grades go into: it names all areas, and is about none. */
  page: string;
}

/** A grade for each area of the source, by its folder. */
export function gradeAreas(input: GradeInput): AreaGrade[] {
  return areasOf(input.graph).map((area) => {
    const counts = countArea(area, input);
    return { area, grade: gradeOf(counts), ...counts };
  });
}

const source = /\.(?:[cm]?[jt]sx?|vue|svelte|py|rs|go|java|kts?|scala|rb|php|cs|swift|c|cc|cpp|h|hpp|sh|sql)$/;

/** Folders directly in `src`, `packages` and the like; others at the top that hold source. */
function areasOf({ files }: KnowledgeGraph): string[] {
  const areas = new Set<string>();
  for (const file of files.all) {
    if (!source.test(file) || /(?:^|\/)(?:tests?|__tests__|fixtures|node_modules|docs|harness|examples?|bench)\//.test(file)) continue;
    const [first = '', second = '', third] = file.split('/');
    if (/^(?:src|lib|app|apps|packages|services|crates|modules|cmd|internal|pkg)$/.test(first))
      areas.add(third === undefined ? first : `${first}/${second}`);
    else if (second !== '') areas.add(first);
  }
  return [...areas].sort(compareText);
}

function countArea(area: string, { graph, drift, findings, accepted, page }: GradeInput): Omit<AreaGrade, 'area' | 'grade'> {
  const isInside = (path: string) => path.startsWith(`${area}/`);
  const files = graph.files.all.filter(isInside);
  const about = new Set(files.flatMap((file) => documentsAbout(graph, file).map(({ from }) => from)));
  for (const document of graph.documents.keys()) if (isInside(document)) about.add(document);
  about.delete(page);
  const guardrails = graph.watchers.filter(({ path, watches }) => graph.documents.get(path)?.kind === 'guardrail' && files.some(watches));
  return {
    pages: about.size,
    stale: [...about].filter((path) => drift.has(path)).length,
    guardrails: guardrails.length,
    accepted: accepted.filter(isInside).length,
    findings: findings.filter(({ path }) => about.has(path)).length,
  };
}

/** One step down for each: no page at all, no guardrail, pages out of date or at fault, breaches that were accepted. */
function gradeOf({ pages, stale, guardrails, accepted, findings }: Omit<AreaGrade, 'area' | 'grade'>): AreaGrade['grade'] {
  const lacks = [pages === 0, guardrails === 0, stale + findings > 0, accepted > 0].filter(Boolean).length;
  return (['A', 'B', 'C', 'D'] as const)[Math.min(lacks, 3)] ?? 'D';
}
