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
 * are searched for as one `any`, and each hit is then asked which of them it matches (7 µs a question). `any` tries
 * each rule on each node from a clean slate of metavariables, which is what a search for that rule alone does too:
 * the same nodes are found.
 */
export function searchRules(root: AstNode, rules: readonly AstRule[], textLength: number): AstMatches[] {
  const together = rules.filter(({ rule }) => rule.mergeable === true);
  if (together.length < 2) return rules.map((one) => searchAlone(root, one));
  const nodes = root.findAll({ rule: { any: together.map(({ check }) => check.rule) } });
  const asked = costsLessToAsk(nodes.length, textLength);
  const texts = asked ? nodes.map((node) => node.text()) : [];
  return rules.map((one) => {
    if (one.rule.mergeable !== true || !asked)
      return nodes.length === 0 && one.rule.mergeable === true ? { ...one, nodes } : searchAlone(root, one);
    return {
      ...one,
      nodes: nodes.filter((_, index) => mayMatch(one, texts[index] ?? '')).filter((node) => node.matches({ rule: one.check.rule })),
    };
  });
}

/** A rule that looks at a node and into it only needs its literals there, and not just anywhere in the file. */
function mayMatch({ rule, check }: AstRule, text: string): boolean {
  return mayBreakRule(rule, text) || looksAround.test(JSON.stringify(check.rule));
}

const looksAround = /"(?:inside|precedes|follows|nthChild|matches)":/;

function searchAlone(root: AstNode, one: AstRule): AstMatches {
  return { ...one, nodes: root.findAll(astConfig(one.check)) };
}

/** A search walks the tree, whose size goes with the text; about 800 characters of it cost as much as one question. */
function costsLessToAsk(hits: number, textLength: number): boolean {
  return hits * 800 < textLength;
}
