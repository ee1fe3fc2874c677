import { kinds, type RuleObject } from './rule-object.ts';
import { scriptViews } from './script-views.ts';
import { chainRoot } from './tree-shapes.ts';
import { addedViews, typeViews } from './type-views.ts';
import { Untranslatable } from './untranslatable.ts';
import type { Match, View } from './view.ts';

const chain: View = { rule: chainRoot, layers: { name: 'chain', layer: 0 } };

const views = new Map<string, readonly View[]>([
  ...Object.entries(scriptViews).map(([type, own]) => [type, [...own, ...(addedViews[type] ?? [])]] as const),
  ...Object.entries(typeViews),
  ['ChainExpression', [chain]],
]);

/** Types whose nodes are known, whoever asks. */
export const knownTypes: readonly string[] = [...views.keys()];

/** ESLint compares the names of types without regard to case. */
export function matchesOf(type: string): Match[] {
  const name = knownTypes.find((known) => known.toLowerCase() === type.toLowerCase());
  const own = name === undefined ? undefined : views.get(name);
  if (name === undefined || own === undefined)
    throw new Untranslatable(`it asks for ${type}, for which tree-sitter has no node of its own that is known here`);
  return own.map((view, index) => ({ type: name, index, view, extra: [] }));
}

/** A statement, declaration or member: what stands in a list of a block, a class or a file. */
export function standsInList({ type, view }: Match): boolean {
  return /(?:Statement|Declaration|Definition|SwitchCase|VariableDeclarator)$/.test(type) && (view.layers?.layer ?? 0) === 0;
}

/** The lists that such things stand in. */
export const listContainers = kinds(
  ...[
    'program',
    'statement_block',
    'class_body',
    'lexical_declaration',
    'variable_declaration',
    'switch_body',
    'switch_case',
    'switch_default',
  ],
);

/** A node of any type, where its place says that it is one. */
export function anyNode(): Match {
  const outermost = [...views.values()].flat().filter(({ layers }) => (layers?.layer ?? 0) === 0);
  const names = outermost.flatMap(({ rule }) => kindsOf(rule));
  return { type: '*', index: 0, view: { rule: kinds(...new Set(names)) }, extra: [] };
}

function kindsOf(rule: RuleObject): string[] {
  if (typeof rule.kind === 'string') return [rule.kind];
  const inner: unknown[] = [rule.any, rule.all].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.flatMap((one) =>
    typeof one === 'object' && one !== null && 'kind' in one && typeof one.kind === 'string' ? [one.kind] : [],
  );
}
