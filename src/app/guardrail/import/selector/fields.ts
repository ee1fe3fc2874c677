import { kinds, type RuleObject } from './rule-object.ts';

/** How to go from a node of ESLint's tree to what one of its fields holds. */
export type Step =
  /** The child in a field of tree-sitter. */
  | { to: 'field'; field: string; in?: RuleObject }
  /** A child by its place. */
  | { to: 'place'; place: number; fromEnd?: true; in?: RuleObject }
  /** The one child that there can be. */
  | { to: 'only'; in?: RuleObject }
  /** What stands in a child that ESLint does not have; `starts`: how that begins where there is something. */
  | { to: 'inside'; kind: string; starts: string; in?: RuleObject }
  /** The same node, as another layer of it. */
  | { to: 'layer'; layer: number; in?: RuleObject }
  /** Several: children of the node, or of what stands in a field of it. */
  | { to: 'list'; field?: string; item?: RuleObject };

const field = (name: string, within?: RuleObject): Step => ({ to: 'field', field: name, ...(within === undefined ? {} : { in: within }) });
const place = (number: number): Step => ({ to: 'place', place: number });
const last: Step = { to: 'place', place: 1, fromEnd: true };
const layer = (number: number, within: RuleObject): Step => ({ to: 'layer', layer: number, in: within });
const list: Step = { to: 'list' };
const listIn = (name: string): Step => ({ to: 'list', field: name });

const assigned = { left: [field('left')], right: [field('right')] };
const looped = { body: [field('body')], test: [field('condition')] };
const returnType = [field('return_type')];
const functions = { id: [field('name')], body: [field('body')], params: [listIn('parameters')], returnType };
const superClass: Step[] = [{ to: 'inside', kind: 'class_heritage', starts: '^extends' }];
const classes = { id: [field('name')], body: [field('body')], superClass };
const inLoop: RuleObject = { kind: 'for_in_statement' };
const each = {
  left: [{ ...field('left'), in: { not: { has: { field: 'kind', regex: '' } } } }, layer(1, inLoop)],
  ...looped,
  right: [field('right')],
};
const only: Step = { to: 'only' };
const argument = { argument: [only] };
const inMethod: RuleObject = { kind: 'method_definition' };
const isShorthand = kinds('shorthand_property_identifier', 'shorthand_property_identifier_pattern');

/** By type, then by the field's name as ESLint has it. */
export const fields: Readonly<Record<string, Readonly<Record<string, readonly Step[]>>>> = {
  Program: { body: [list] },
  BlockStatement: { body: [list] },
  ClassBody: { body: [list] },
  ExpressionStatement: { expression: [only] },
  IfStatement: { test: [field('condition')], consequent: [field('consequence')], alternate: [field('alternative')] },
  SwitchStatement: { discriminant: [field('value')], cases: [listIn('body')] },
  SwitchCase: { test: [field('value')] },
  WhileStatement: looped,
  DoWhileStatement: looped,
  ForStatement: { ...looped, init: [field('initializer')], update: [field('increment')] },
  ForInStatement: each,
  ForOfStatement: each,
  ReturnStatement: argument,
  ThrowStatement: argument,
  TryStatement: { block: [field('body')], handler: [field('handler')], finalizer: [field('finalizer')] },
  CatchClause: { param: [field('parameter')], body: [field('body')] },
  BreakStatement: { label: [field('label')] },
  ContinueStatement: { label: [field('label')] },
  LabeledStatement: { label: [field('label')], body: [field('body')] },
  VariableDeclaration: { declarations: [{ to: 'list', item: { kind: 'variable_declarator' } }] },
  VariableDeclarator: {
    id: [field('name', { kind: 'variable_declarator' }), field('left', inLoop)],
    init: [field('value', { kind: 'variable_declarator' })],
  },
  FunctionDeclaration: functions,
  FunctionExpression: { ...functions, id: [field('name', kinds('function_expression', 'generator_function'))] },
  ArrowFunctionExpression: { body: [field('body')], params: [listIn('parameters')], returnType },
  ClassDeclaration: classes,
  ClassExpression: classes,
  MethodDefinition: { key: [field('name')], value: [layer(1, inMethod)] },
  PropertyDefinition: {
    key: [field('property', { kind: 'field_definition' }), field('name', { kind: 'public_field_definition' })],
    value: [field('value')],
  },
  Property: {
    key: [field('key'), field('name', inMethod), layer(1, isShorthand)],
    value: [field('value'), layer(1, inMethod), layer(1, isShorthand), layer(1, { kind: 'object_assignment_pattern' })],
  },
  AssignmentPattern: {
    left: [field('left'), field('pattern', { kind: 'required_parameter' })],
    right: [field('right'), field('value', { kind: 'required_parameter' })],
  },
  RestElement: argument,
  SpreadElement: argument,
  ObjectExpression: { properties: [list] },
  ObjectPattern: { properties: [list] },
  ArrayExpression: { elements: [list] },
  CallExpression: { callee: [field('function')], arguments: [listIn('arguments')] },
  NewExpression: { callee: [field('constructor')], arguments: [listIn('arguments')] },
  TaggedTemplateExpression: { tag: [field('function')], quasi: [field('arguments')] },
  MemberExpression: { object: [field('object')], property: [field('property'), field('index')] },
  UnaryExpression: { argument: [field('argument')] },
  UpdateExpression: { argument: [field('argument')] },
  BinaryExpression: assigned,
  LogicalExpression: assigned,
  AssignmentExpression: assigned,
  ConditionalExpression: { test: [field('condition')], consequent: [field('consequence')], alternate: [field('alternative')] },
  SequenceExpression: { expressions: [list] },
  YieldExpression: argument,
  AwaitExpression: argument,
  TemplateLiteral: { expressions: [{ to: 'list', item: { kind: 'template_substitution' } }] },
  ImportDeclaration: { source: [field('source')] },
  ImportSpecifier: { imported: [field('name')], local: [field('alias')] },
  ExportSpecifier: { local: [field('name')], exported: [field('alias')] },
  ExportNamedDeclaration: { source: [field('source')], declaration: [field('declaration')] },
  ExportDefaultDeclaration: { declaration: [field('declaration'), field('value')] },
  ExportAllDeclaration: { source: [field('source')] },
  JSXElement: { openingElement: [field('open_tag'), layer(1, { kind: 'jsx_self_closing_element' })] },
  JSXOpeningElement: { name: [field('name')] },
  JSXClosingElement: { name: [field('name')] },
  JSXAttribute: { name: [place(1)], value: [{ to: 'place', place: 2 }] },
  JSXExpressionContainer: { expression: [only] },
  JSXMemberExpression: { object: [field('object')], property: [field('property')] },
  Decorator: { expression: [only] },
  TSAsExpression: { expression: [place(1)], typeAnnotation: [last] },
  TSSatisfiesExpression: { expression: [place(1)], typeAnnotation: [last] },
  TSNonNullExpression: { expression: [only] },
  TSEnumDeclaration: { id: [field('name')] },
  TSInterfaceDeclaration: { id: [field('name')], body: [field('body')] },
  TSTypeAliasDeclaration: { id: [field('name')], typeAnnotation: [field('value')] },
  TSPropertySignature: { key: [field('name')], typeAnnotation: [field('type')] },
  TSTypeAnnotation: { typeAnnotation: [only] },
  TSTypeReference: { typeName: [field('name'), layer(1, { kind: 'type_identifier' })] },
};
