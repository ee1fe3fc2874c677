import { groupBy } from '#kernel/group-by.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { applyReplacements } from '../examples/apply-replacements.ts';
import { finish } from '../run/finish.ts';
import { lightKindRunners } from '../run/light-kind-runners.ts';
import { runSteps } from '../run/run-steps.ts';
import type { Tree } from '../tree.ts';
import { chooseFixes } from './choose-fixes.ts';
import { commentsOf } from './comments-of.ts';
import { type Fix, findFixes, hasFix } from './find-fixes.ts';
import { parses } from './parses.ts';

/** A fix that was not made, and why. */
export interface Refusal {
  guardrail: string;
  path: string;
  /** From 1, in the text as it is now. */
  line: number;
  reason: string;
}

export interface FixedText {
  text: string;
  refused: Refusal[];
}

/** Each pass mends at least one finding and adds none, so this is only for texts with hundreds in one place. */
const maxPasses = 10;

/** One file to mend. */
export interface FixJob {
  rules: readonly CompiledRule[];
  tree: Tree;
  path: string;
  text: string;
  /** Fingerprints of the findings in question; others that are there at first are left alone. */
  wanted: ReadonlySet<string>;
}

/**
 * Makes the fixes of rules in one file until none is left to make. Overlapping ones are made one after the other, the
 * worst first. A fix after which the file would not parse, or any rule would find more, is not made.
 */
export function fixText(job: FixJob): FixedText {
  const fixable = job.rules.filter(hasFix);
  const leave = new Set(
    findFixes(fixable, job).flatMap(({ finding: { fingerprint } }) => (job.wanted.has(fingerprint) ? [] : [fingerprint])),
  );
  const refused = new Map<string, string>();
  let { text } = job;
  for (let pass = 0; pass < maxPasses; pass++) {
    const open = findFixes(fixable, { ...job, text }).filter(
      ({ finding: { fingerprint } }) => !(leave.has(fingerprint) || refused.has(fingerprint)),
    );
    if (open.length === 0) break;
    text = applyFixes(text, acceptFixes({ ...job, text }, chooseFixes(open), refused));
  }
  const left = findFixes(fixable, { ...job, text }).filter(({ finding: { fingerprint } }) => !leave.has(fingerprint));
  return { text, refused: left.map(({ finding }) => refusal(finding, refused.get(finding.fingerprint))) };
}

/** The fixes that can be made together; who spoils it is found by halving, and kept in `refused` with the reason. */
function acceptFixes(job: FixJob, fixes: readonly Fix[], refused: Map<string, string>): Fix[] {
  const before = stateOf(job, job.text);
  const accept = (kept: readonly Fix[], group: readonly Fix[]): Fix[] => {
    const together = [...kept, ...group];
    const reason = group.length === 0 ? undefined : whyNot(before, stateOf(job, applyFixes(job.text, together)), together);
    if (reason === undefined) return together;
    const [only] = group;
    if (group.length === 1 && only !== undefined) {
      refused.set(only.finding.fingerprint, reason);
      return [...kept];
    }
    const half = group.length >> 1;
    return accept(accept(kept, group.slice(0, half)), group.slice(half));
  };
  return accept([], fixes);
}

interface State {
  parses: boolean;
  counts: Map<string, number>;
  /** Asked for only where a fix may touch one. */
  comments(): string[];
}

function stateOf({ rules, tree, path }: FixJob, text: string): State {
  const changed: Tree = { ...tree, read: (wanted) => (wanted === path ? text : tree.read(wanted)) };
  const compiled = { version: 1 as const, engine: '', pagesHash: '', rules: [...rules] };
  const { findings } = finish(runSteps(compiled, { tree: changed, paths: [path], whole: false }, lightKindRunners));
  const counts = new Map([...groupBy(findings, ({ guardrail }) => guardrail ?? '')].map(([id, some]) => [id, some.length]));
  return { parses: parses(path, text), counts, comments: () => commentsOf(path, text) };
}

function whyNot(before: State, after: State, made: readonly Fix[]): string | undefined {
  if (before.parses && !after.parses) return 'the file would not parse any more';
  const lost = lostComment(before, after, made);
  if (lost !== undefined) return `it would take out the comment ${lost}`;
  const mended = groupBy(made, ({ finding }) => finding.guardrail);
  for (const [id, count] of after.counts) {
    const most = (before.counts.get(id) ?? 0) - (mended.get(id)?.length ?? 0);
    if (count > most) return mended.has(id) ? `${id} would find as much as before` : `it would break ${id}`;
  }
  return undefined;
}

/** Without one of these there is no comment in any language. */
const commentSign = /\/[/*]|#|--|;|%/;

/** A comment that nobody meant to take out: what a rule finds may be one, and is its to mend. */
function lostComment(before: State, after: State, made: readonly Fix[]): string | undefined {
  if (!made.some(({ found }) => commentSign.test(found))) return undefined;
  const left = [...after.comments(), ...made.map(({ found }) => found)];
  for (const comment of before.comments()) {
    const place = left.indexOf(comment);
    if (place === -1) return comment.replace(/\s+/g, ' ').slice(0, 60);
    left.splice(place, 1);
  }
  return undefined;
}

function applyFixes(text: string, fixes: readonly Fix[]): string {
  return applyReplacements(
    text,
    fixes.map(({ finding: { path }, span, replacement }) => ({ path, span, replacement })),
  );
}

function refusal({ guardrail = '', path, range }: Finding, reason = `it stands in the way of others after ${maxPasses} passes`): Refusal {
  return { guardrail, path, line: range?.start.line ?? 1, reason };
}
