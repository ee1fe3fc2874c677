import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { TextCheck } from '#kernel/records/guardrail.ts';
import type { FileRunner, Hit } from '../kind/check-kind.ts';
import { matchCost } from '../regex/match-cost.ts';
import { runLimited } from './run-limited.ts';

/** Steps that are over in a few milliseconds. */
const harmlessSteps = 10_000_000;
const limitMs = 200;

/** Matches regular expressions line by line, or over the whole file. An expression that backtracks without end becomes a fault. */
export const textRunner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile(rules, file) {
    const lines = linesOf(file.text);
    return rules.map((rule) => ({ rule, hits: rule.check.kind === 'text' ? search(rule, rule.check, { ...file, lines }) : [] }));
  },
};

interface Subject {
  path: string;
  text: string;
  lines: readonly Line[];
}

interface Line {
  start: number;
  text: string;
}

function search(rule: CompiledRule, check: TextCheck, subject: Subject): Hit[] {
  const regex = new RegExp(check.pattern, `${check.flags ?? ''}g`);
  const wholeFile = check.multiline === true;
  const longest = wholeFile ? subject.text.length : subject.lines.reduce((length, line) => Math.max(length, line.text.length), 0);
  const work = () =>
    wholeFile
      ? matchAll(regex, { start: 0, text: subject.text }, subject.path)
      : subject.lines.flatMap((line) => matchAll(regex, line, subject.path));
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

let last: { text: string; lines: Line[] } | undefined;

/** The lines of the last file are kept for its next rule. */
function linesOf(text: string): Line[] {
  if (last?.text !== text) last = { text, lines: splitLines(text) };
  return last.lines;
}

/** Lines without their ends, so that `$` stands before `\r\n` too. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const cut = text[end - 1] === '\r' && end > start ? end - 1 : end;
    lines.push({ start, text: text.slice(start, cut) });
    start = end + 1;
  }
  return lines;
}
