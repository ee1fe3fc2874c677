import { groupBy } from '#kernel/group-by.ts';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { Finding } from '#kernel/records/finding.ts';

/** A finding that a comment allows, and its reason. */
export interface AllowedFinding {
  finding: Finding;
  reason: string;
}

const allow = /<!--\s*tackroom-allow\s+(garden\/[a-z-]+)\s*:\s*(\S[\s\S]*?)\s*-->/g;

/**
 * Parts off the findings that a comment `tackroom-allow garden/<rule>: <reason>` allows: on their line or the one above; for a whole
 * document anywhere in it.
 */
export function applyAllows(
  findings: readonly Finding[],
  documents: ReadonlyMap<string, KnowledgeDocument>,
): { findings: Finding[]; suppressed: AllowedFinding[] } {
  const kept: Finding[] = [];
  const suppressed: AllowedFinding[] = [];
  for (const [path, some] of groupBy(findings, (finding) => finding.path)) {
    const allows = findAllows(documents.get(path)?.text ?? '');
    for (const finding of some) {
      const reason = allows.find((one) => one.rule === finding.guardrail && covers(one, finding))?.reason;
      if (reason === undefined) kept.push(finding);
      else suppressed.push({ finding, reason });
    }
  }
  return { findings: kept, suppressed };
}

function findAllows(text: string): { rule: string; reason: string; line: number; lastLine: number }[] {
  if (!text.includes('tackroom-allow')) return [];
  return [...text.matchAll(allow)].map(({ 0: whole, 1: rule = '', 2: reason = '', index }) => {
    const line = text.slice(0, index).split('\n').length;
    return { rule, reason, line, lastLine: line + whole.split('\n').length - 1 };
  });
}

function covers({ line, lastLine }: { line: number; lastLine: number }, { range }: Finding): boolean {
  return range === undefined || range.start.line === line || range.start.line === lastLine + 1;
}
