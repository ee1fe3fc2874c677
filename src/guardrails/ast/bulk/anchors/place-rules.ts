import { type Excerpt, makeExcerpt } from '../../../excerpts/excerpt.ts';
import { partByAnchors } from '../../../excerpts/part-statements.ts';
import type { Code } from '../../../lexer/code.ts';
import type { Shape } from '../shapes/shape.ts';

/**
 * Of rules that the characters of a file allow to find something: those that have a place for it, and what must be parsed for them. `anchors`:
 * of each rule, see `ruleAnchors`; no excerpt where one has none.
 */
export function placeRules<Rule extends { anchors(): readonly Shape[] | undefined }>(
  code: Code,
  rules: readonly Rule[],
): { placed: readonly Rule[]; excerpt?: Excerpt } {
  if (code.isInDoubt || code.text.startsWith('#!')) return { placed: rules }; // no line of its own in the middle of a document
  const places = new Set<number>();
  let isAnywhere = false;
  const placed = rules.filter((rule) => {
    const found = (rule.anchors() ?? []).map((shape) => shape.places?.(code));
    for (const place of found.flatMap((some) => some ?? [])) places.add(place);
    const isUnknown = found.length === 0 || found.includes(undefined);
    isAnywhere ||= isUnknown;
    return isUnknown || found.some((some) => some?.length !== 0);
  });
  if (isAnywhere || placed.length === 0) return { placed };
  const anchors = [...places].sort((a, b) => a - b);
  return { placed, excerpt: makeExcerpt(code.text, partByAnchors(code, anchors)) };
}
