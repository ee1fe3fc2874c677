import { monotonicMs } from '#kernel/clock.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { keptHits } from '../run/kept-hits.ts';
import type { EdgeRule } from './edge-rule.ts';
import { findCycles } from './find-cycles.ts';
import { forbiddenRule } from './forbidden-rule.ts';
import { type ImportGraph, importGraphOf } from './import-graph.ts';
import { type Find, judgeAgain } from './judge-again.ts';
import type { ImportSite } from './language.ts';
import { layerRule } from './layer-rule.ts';

/** Imports from the files in question: against layers, against forbidden edges, and in circles that lead through them. */
export const importsRunner: TreeRunner = {
  scope: 'tree',
  checkTree(rule, context) {
    const { check } = rule;
    return check.kind === 'imports' ? keptHits(rule, context, () => findHits(rule, check, context)) : [];
  },
};

function findHits(rule: CompiledRule, check: ImportsCheck, context: TreeContext): Hit[] {
  const graph = importGraphOf(context.tree);
  const find: Find = (paths, { cycles }) => ({
    edgeHits: edgeHits(edgeRules(check), { ...context, paths }, graph),
    cycles: cycles && check.cycles === false ? findCycles(paths, targetsWithin(rule, context, graph)) : [],
  });
  const verdict = context.whole ? judgeAgain({ rule, check, context, graph }, find) : find(context.paths, { cycles: true });
  return [...verdict.edgeHits, ...cycleHits(verdict.cycles, graph)];
}

function edgeRules(check: ImportsCheck): EdgeRule[] {
  const layers = check.layers === undefined ? [] : [layerRule(check.layers)];
  return [...layers, ...(check.forbidden ?? []).map(forbiddenRule)];
}

/** One hit an import: the first rule it breaks says why. */
function edgeHits(rules: readonly EdgeRule[], context: TreeContext, graph: ImportGraph): Hit[] {
  const hits: Hit[] = [];
  if (rules.length === 0) return hits;
  for (const path of context.paths) {
    giveUpLate(path, context);
    if (!graph.targetsFrom(path, 'all').some((target) => rules.some((rule) => rule.forbids(path, target)))) continue;
    let told: ImportSite | undefined;
    for (const edge of graph.edgesFrom(path)) {
      const broken = edge.site === told ? undefined : rules.find((rule) => rule.forbids(path, edge.target));
      if (broken === undefined) continue;
      told = edge.site;
      hits.push({ path, span: { start: edge.site.start, end: edge.site.end }, detail: broken.reason(path, edge) });
    }
  }
  return hits;
}

function targetsWithin(rule: CompiledRule, context: TreeContext, graph: ImportGraph): (path: string) => string[] {
  const inScope = new Map<string, boolean>(); // a file is the target of many
  const isInScope = (path: string): boolean => {
    const known = inScope.get(path) ?? matchesGlobs(rule.files, path);
    inScope.set(path, known);
    return known;
  };
  return (path) => {
    giveUpLate(path, context);
    const targets = new Set<string>();
    for (const target of graph.targetsFrom(path, 'without parts')) {
      if (target.kind === 'file' && isInScope(target.path)) targets.add(target.path);
    }
    return [...targets];
  };
}

/** One for each import that lies on a circle, so that each says for itself whether it may stay. One of many files is told of by its shortest. */
function cycleHits(cycles: readonly (readonly string[])[], graph: ImportGraph): Hit[] {
  const hits = new Map<string, Hit>();
  for (const cycle of [...cycles].sort((left, right) => left.length - right.length)) {
    const [path = '', second] = [...cycle, ...cycle];
    const entry = graph.edgesFrom(path).find(({ target, part }) => target.kind === 'file' && part === undefined && target.path === second);
    const key = `${path}:${entry?.site.start}`;
    if (entry === undefined || hits.has(key)) continue;
    hits.set(key, { path, span: { start: entry.site.start, end: entry.site.end }, detail: [...cycle, path].join(' -> ') });
  }
  return [...hits.values()];
}

function giveUpLate(path: string, { deadlineMs = Number.POSITIVE_INFINITY }: TreeContext): void {
  if (monotonicMs() <= deadlineMs) return;
  throw new GuardrailError(`The time to follow imports was up at ${path}.`, {
    code: 'deadline',
    facts: { path },
    fix: 'Run `tackroom check`, which has no such limit.',
  });
}
