import { allOf, type RuleObject } from './rule-object.ts';

/**
 * Nodes of tree-sitter that ESLint calls by one type. A node can be several of ESLint's at once, one inside the other:
 * `m() {}` of a class is a MethodDefinition and the FunctionExpression in it. Those are layers, 0 the outermost.
 */
export interface View {
  rule: RuleObject;
  /** Where the node has layers: which ones belong together, and which of them this is. */
  layers?: { name: string; layer: number };
  /** Fields whose children are this layer's own; none: every child. */
  holds?: readonly string[];
  /** Fields whose children are another layer's. */
  passes?: readonly string[];
  /** Fields below which everything is inside this layer; none: all of the node is. */
  covers?: readonly string[];
  /** ESLint puts a ChainExpression around it where it is the whole of a chain with `?.`. */
  chained?: true;
  /** Only types, classes and enums have such nodes right below them. */
  typed?: true;
  /** What ESLint calls its parent is not to be told from tree-sitter's tree. */
  parentless?: true;
}

/** A view of a type, with what else must hold. */
export interface Match {
  type: string;
  /** Of the type's views. */
  index: number;
  view: View;
  extra: readonly RuleObject[];
}

export function ruleOf({ view, extra }: Match): RuleObject {
  return allOf([view.rule, ...extra]);
}

export function layerOf({ view }: Match): number {
  return view.layers?.layer ?? 0;
}

/** Whether a node may stand right below one of a type: names of types stand below no call. */
export function mayStandBelow(type: string, { type: own, view }: Match): boolean {
  if (own.startsWith('JSX') && own !== 'JSXElement' && own !== 'JSXFragment') return type.startsWith('JSX');
  return view.typed !== true || /^(?:TS|Class|Export|Import|Program|BlockStatement|Decorator)/.test(type);
}
