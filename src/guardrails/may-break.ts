import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';

/** Commands are judged before they run, reports where somebody gathers them: not after an edit. */
const notOfFiles: ReadonlySet<string> = new Set(['command', 'coverage', 'tool']);

/** The rules that could find something in a file: cheap to tell, and none is missing that would find something. */
export function candidates(rules: readonly CompiledRule[], path: string, text: string): CompiledRule[] {
  return rules.filter((rule) => isCandidate(rule, path, text));
}

/** Whether a rule could find something in a file. */
export function isCandidate(rule: CompiledRule, path: string, text: string): boolean {
  return !notOfFiles.has(rule.check.kind) && matchesGlobs(rule.files, path) && mayBreakRule(rule, text);
}

/** Whether a rule could find something in this text. */
export function mayBreakRule(rule: CompiledRule, text: string): boolean {
  return rule.literals.every((alternatives) => alternatives.some((literal) => text.includes(literal))) && !isShortEnough(rule, text);
}

/** Rules of lengths, which every repository has for every file, need no more than a count of newlines. */
function isShortEnough({ check }: CompiledRule, text: string): boolean {
  if (check.kind !== 'structure') return false;
  const { kind: _, maxFunctionLines = Number.POSITIVE_INFINITY, maxLines = Number.POSITIVE_INFINITY, ...rest } = check;
  const fewest = Math.min(maxFunctionLines, maxLines);
  return Number.isFinite(fewest) && Object.keys(rest).length === 0 && countNewlines(text) < fewest;
}

let last = { text: '', count: 0 };

/** Kept for the next rule. */
function countNewlines(text: string): number {
  if (last.text === text) return last.count;
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  last = { text, count };
  return count;
}
