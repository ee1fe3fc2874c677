import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { TextCheck } from '#kernel/records/guardrail.ts';
import { runLimited } from '#platform/process/run-limited.ts';
import type { FileRunner, Hit } from '../kind/check-kind.ts';
import { matchCost } from '../regex/match-cost.ts';
import { candidateLines, type Line } from './candidate-lines.ts';

/** Steps that are over in a few milliseconds. */
const harmlessSteps = 10_000_000;
const limitMs = 200;

/** Matches regular expressions line by line, or over the whole file. An expression that backtracks without end becomes a fault. */
export const textRunner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile(rules, file) {
    return rules.map((rule) => ({ rule, hits: rule.check.kind === 'text' ? search(rule, rule.check, file) : [] }));
  },
};

function search(rule: CompiledRule, check: TextCheck, subject: { path: string; text: string }): Hit[] {
  const regex = new RegExp(check.pattern, `${check.flags ?? ''}g`);
  const wholeFile = check.multiline === true;
  const lines = wholeFile ? [{ start: 0, text: subject.text }] : candidateLines(subject.text, rule.literals);
  if (lines.length === 0) return [];
  const longest = lines.reduce((length, line) => Math.max(length, line.text.length), 0);
  const work = () => lines.flatMap((line) => matchAll(regex, line, subject.path));
  if (matchCost(check.pattern, longest) <= harmlessSteps) return work();
  return runLimited(work, { limitMs, what: `the pattern of ${rule.id} on ${subject.path}` });
}

function matchAll(regex: RegExp, line: Line, path: string): Hit[] {
  const hits: Hit[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(line.text); match !== null; match = regex.exec(line.text)) {
    const start = line.start + match.index;
    hits.push({ path, span: { start, end: start + match[0].length } });
    // A match of nothing does not advance by itself; `u` and `v` would step back into a surrogate pair that we step into.
    if (match[0] === '') regex.lastIndex += (line.text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return hits;
}
