import { monotonicMs } from '#kernel/clock.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { matchesGlobs } from '../may-break.ts';
import { keptHits } from '../run/kept-hits.ts';
import { findCycles } from './find-cycles.ts';
import { forbiddenRule } from './forbidden-rule.ts';
import { importGraphOf } from './import-graph.ts';
import type { ImportEdge, ImportSite } from './language.ts';
import { layerRule } from './layer-rule.ts';

/** Why an import is not allowed; undefined where it is. */
type EdgeRule = (from: string, edge: ImportEdge) => string | undefined;

/** Imports from the files in question: against layers, against forbidden edges, and in circles that lead through them. */
export const importsRunner: TreeRunner = {
  scope: 'tree',
  checkTree(rule, context) {
    const { check } = rule;
    return check.kind === 'imports' ? keptHits(rule, context, () => findHits(rule, check, context)) : [];
  },
};

function findHits(rule: CompiledRule, check: ImportsCheck, context: TreeContext): Hit[] {
  const edgesFrom = edgesWithin(context);
  const edges = edgeHits(edgeRules(check), context.paths, edgesFrom);
  return check.cycles === false ? [...edges, ...cycleHits(rule, context, edgesFrom)] : edges;
}

type EdgesFrom = (path: string) => readonly ImportEdge[];

function edgesWithin({ tree, deadlineMs = Number.POSITIVE_INFINITY }: TreeContext): EdgesFrom {
  const graph = importGraphOf(tree);
  return (path) => {
    if (monotonicMs() > deadlineMs) {
      throw new GuardrailError(`The time to follow imports was up at ${path}.`, {
        code: 'deadline',
        facts: { path },
        fix: 'Run `tackroom check`, which has no such limit.',
      });
    }
    return graph.edgesFrom(path);
  };
}

function edgeRules(check: ImportsCheck): EdgeRule[] {
  const layers = check.layers === undefined ? [] : [layerRule(check.layers)];
  return [...layers, ...(check.forbidden ?? []).map(forbiddenRule)];
}

/** One hit an import: the first rule it breaks says why. */
function edgeHits(rules: readonly EdgeRule[], paths: readonly string[], edgesFrom: EdgesFrom): Hit[] {
  const hits: Hit[] = [];
  if (rules.length === 0) return hits;
  for (const path of paths) {
    let told: ImportSite | undefined;
    for (const edge of edgesFrom(path)) {
      if (edge.site === told) continue;
      const detail = firstDefined(rules, (rule) => rule(path, edge));
      if (detail === undefined) continue;
      told = edge.site;
      hits.push({ path, span: { start: edge.site.start, end: edge.site.end }, detail });
    }
  }
  return hits;
}

/** A circle is reported once, at the import by which a file in question enters it. */
function cycleHits(rule: CompiledRule, context: TreeContext, edgesFrom: EdgesFrom): Hit[] {
  const inScope = new Map<string, boolean>(); // a file is the target of many
  const isInScope = (path: string): boolean => {
    const known = inScope.get(path) ?? matchesGlobs(rule.files, path);
    inScope.set(path, known);
    return known;
  };
  const targetsOf = (path: string): string[] => {
    const targets = new Set<string>();
    for (const { target, part } of edgesFrom(path)) {
      if (target.kind === 'file' && part === undefined && isInScope(target.path)) targets.add(target.path);
    }
    return [...targets];
  };
  return findCycles(context.paths, targetsOf).flatMap((cycle) => {
    const [path, second] = [...cycle, cycle[0]];
    if (path === undefined) return [];
    const entry = edgesFrom(path).find(({ target, part }) => target.kind === 'file' && part === undefined && target.path === second);
    const detail = [...cycle, path].join(' -> ');
    return entry === undefined ? [] : [{ path, span: { start: entry.site.start, end: entry.site.end }, detail }];
  });
}

function firstDefined<Item, Result>(items: readonly Item[], test: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const result = test(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
