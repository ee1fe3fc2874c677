import { allOf, anyOf, kinds, not, type RuleObject } from './rule-object.ts';
import { notComment, wrapper } from './tree-shapes.ts';
import { Untranslatable } from './untranslatable.ts';
import type { Match } from './view.ts';

/** By type: what holds its list in tree-sitter's tree. Types with several lists, or with gaps in them, are not here. */
const containers: Readonly<Record<string, string>> = {
  Program: 'program',
  BlockStatement: 'statement_block',
  ClassBody: 'class_body',
  CallExpression: 'arguments',
  NewExpression: 'arguments',
  FunctionDeclaration: 'formal_parameters',
  FunctionExpression: 'formal_parameters',
  ArrowFunctionExpression: 'formal_parameters',
  ObjectExpression: 'object',
  ObjectPattern: 'object_pattern',
  SwitchStatement: 'switch_body',
  VariableDeclaration: 'lexical_declaration',
  SequenceExpression: 'sequence_expression',
};

/** `A > B:nth-child(2)`, for A of types that have one list; a node that stands elsewhere in A is no child in this sense. */
export function placeInList(
  parents: readonly Match[] | undefined,
  { position, reverse }: { position: number; reverse: boolean },
): RuleObject {
  if (parents === undefined)
    throw new Untranslatable('a place among the children can be told only below a type: `CallExpression > :first-child`');
  const strange = parents.find(({ type }) => containers[type] === undefined);
  if (strange !== undefined) throw new Untranslatable(`which child of ${strange.type} comes first is not the same in tree-sitter's tree`);
  const names = [...new Set(parents.map(({ type }) => containers[type] ?? ''))];
  const container = kinds(...names.flatMap((name) => (name === 'lexical_declaration' ? [name, 'variable_declaration'] : [name])));
  const nthChild = { position, ofRule: notComment, ...(reverse ? { reverse: true } : {}) };
  const here: RuleObject = { nthChild, inside: container };
  const single = names.includes('formal_parameters') && position === 1 ? [{ inside: { kind: 'arrow_function', field: 'parameter' } }] : [];
  return anyOf([here, { inside: { ...allOf([wrapper, here]), stopBy: not(wrapper) } }, ...single]);
}
