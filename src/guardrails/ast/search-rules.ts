import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { mayBreakRule } from '../may-break.ts';
import { astConfig } from './ast-config.ts';
import type { AstNode } from './open-addon.ts';

export interface AstRule {
  rule: CompiledRule;
  check: AstCheck;
}

export interface AstMatches extends AstRule {
  /** In the order of the source. */
  nodes: AstNode[];
}

/**
 * The engine compiles a rule anew and walks the whole tree for each search (0.17 ms for 500 lines), so rules that can
 * are searched for as one `any`, and each hit is then asked which of them it matches (15 µs a question). `any` tries
 * each rule on each node from a clean slate of metavariables, which is what a search for that rule alone does too:
 * the same nodes are found.
 */
export function searchRules(root: AstNode, rules: readonly AstRule[], textLength: number): AstMatches[] {
  const together = rules.filter(({ rule }) => rule.mergeable === true);
  if (together.length < 2) return rules.map((one) => searchAlone(root, one));
  const nodes = root.findAll({ rule: { any: together.map(({ check }) => check.rule) } });
  if (!costsLessToAsk(nodes.length, textLength)) return rules.map((one) => searchAlone(root, one));
  const found = new Map<AstRule, AstNode[]>(together.map((one) => [one, []]));
  for (const node of nodes) for (const one of rulesThatMatch(node, together)) found.get(one)?.push(node);
  return rules.map((one) => ({ ...one, nodes: found.get(one) ?? searchAlone(root, one).nodes }));
}

/** One of them does: where only one can, nothing needs to be asked. Most rules need their literals in the node itself. */
function rulesThatMatch(node: AstNode, rules: readonly AstRule[]): AstRule[] {
  const text = node.text();
  const kind = node.kind();
  const possible = rules.filter((one) => isOfKind(one, kind) && (one.rule.looksAround === true || mayBreakRule(one.rule, text)));
  return possible.length === 1 ? possible : possible.filter(({ check }) => node.matches({ rule: check.rule }));
}

/** A rule that names the kind of its node matches no other; many that do have no literals. */
function isOfKind({ check }: AstRule, kind: string): boolean {
  const wanted = 'kind' in check.rule ? check.rule.kind : undefined;
  return typeof wanted !== 'string' || wanted === kind || !/^\w+$/.test(wanted);
}

function searchAlone(root: AstNode, one: AstRule): AstMatches {
  return { ...one, nodes: root.findAll(astConfig(one.check)) };
}

/** A search walks the tree, whose size goes with the text; about 800 characters of it cost as much as one question. */
function costsLessToAsk(hits: number, textLength: number): boolean {
  return hits * 800 < textLength;
}
