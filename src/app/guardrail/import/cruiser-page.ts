import { stringify } from 'yaml';
import type { MadePage } from './ast-grep-page.ts';
import { cycleExamples, edgeExamples } from './cruiser-examples.ts';
import { unrollGroups } from './cruiser-groups.ts';
import type { CruiserRule } from './cruiser-rules.ts';
import { type Forbidden, sideOf, without } from './cruiser-sides.ts';
import { slugOf } from './slug-of.ts';

export type Made = { page: MadePage } | { page?: undefined; why: string };

/** Where a rule stands, and the files of the repository. */
export interface CruiserPlace {
  source: string;
  paths: readonly string[];
}

const priorities: Readonly<Record<string, string>> = { error: 'P1', warn: 'P2', info: 'P3' };

interface MadeCheck {
  check: object;
  examples: string;
  lost?: string[];
}

/** A forbidden dependency as a page of kind `imports`, with examples made from its globs; or why it cannot be one. */
export function cruiserPage(rule: CruiserRule, place: CruiserPlace): Made {
  const made = checkOf(rule, place.paths);
  return typeof made === 'string' ? { why: made } : { page: pageOf(rule, made, place.source) };
}

export function pageOf(
  rule: { name: string; severity: string; comment?: string | undefined },
  { check, examples, lost = [] }: MadeCheck,
  source: string,
): MadePage {
  const id = slugOf(rule.name);
  const priority = priorities[rule.severity] ?? 'P3';
  const front = { id, title: rule.name, priority, check: { kind: 'imports', ...check } };
  const message = rule.comment?.replace(/\s*\n\s*/g, ' ').trim() || `This import breaks the rule ${rule.name}.`;
  const written = `~~~~json\n${JSON.stringify(rule, null, 2)}\n~~~~`;
  const body = [message, `## Imported from ${source}\n${written}`, `## Examples\n${examples}`].join('\n\n');
  const unfit = rule.severity === 'ignore' ? { unfit: 'it is switched off (`severity: ignore`)' } : {};
  return { id, source, text: `---\n${stringify(front, { lineWidth: 0 })}---\n${body}\n`, lost, ...unfit };
}

function checkOf({ from, to }: CruiserRule, paths: readonly string[]): MadeCheck | string {
  if (to.circular === true) {
    if (Object.keys(from).length > 0 || Object.keys(to).length > 1) return 'only circles anywhere are `cycles: false`';
    return { check: { cycles: false }, examples: cycleExamples };
  }
  const unrolled = unrollGroups({ from, to }, paths);
  if (typeof unrolled === 'string') return unrolled;
  const forbidden: Forbidden[] = [];
  for (const rule of unrolled.rules) {
    const edge = edgeOf(rule);
    if (typeof edge === 'string') return edge;
    forbidden.push(edge);
  }
  return {
    check: { forbidden },
    examples: forbidden.map(edgeExamples).join('\n'),
    ...(unrolled.groups ? { lost: ['folders for `$1` that are not there yet'] } : {}),
  };
}

function edgeOf(rule: Pick<CruiserRule, 'from' | 'to'>): Forbidden | string {
  const from = sideOf(rule.from);
  const to = sideOf(rule.to);
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (to.globs.length === 0) return 'it does not say to where';
  // `except` of a page would let the importing file through as well.
  return { from: [...(from.globs.length === 0 ? ['**'] : from.globs), ...without(from.except)], to: [...to.globs, ...without(to.except)] };
}
