import { kinds, not, type RuleObject } from './rule-object.ts';
import { inJsxName, inNameField, isDefaultExport, isTypeName, spreads, token } from './tree-shapes.ts';
import type { View } from './view.ts';

const node = (...names: string[]): View => ({ rule: kinds(...names) });
const only = (rule: RuleObject): View => ({ rule });

/** What a method passes on to the function in it. */
const ofFunction = ['parameters', 'body'];
const outerMethod = (parent: RuleObject): View => ({
  rule: { kind: 'method_definition', inside: parent },
  layers: { name: 'method', layer: 0 },
  passes: ofFunction,
});

/** `for (const x of y)`: in tree-sitter the declaration is part of the loop. */
const declaresInHead: RuleObject = { has: { field: 'kind', regex: '' } };
const loop = (operator: string): View[] => {
  const rule = { kind: 'for_in_statement', has: { field: 'operator', regex: `^${operator}$` } };
  return [
    { rule: { all: [rule, not(declaresInHead)] } },
    { rule: { all: [rule, declaresInHead] }, layers: { name: 'loop', layer: 0 }, passes: ['left'] },
  ];
};
const inHead: RuleObject = { kind: 'for_in_statement', ...declaresInHead };

const shorthand = { name: 'shorthand', layer: 0 };
const inner = (name: string, layer = 1) => ({ layers: { name, layer } });
const logical = { has: { field: 'operator', regex: '^(&&|\\|\\||\\?\\?)$' } };
const isImport: RuleObject = { has: { field: 'function', kind: 'import' } };
const isTagged: RuleObject = { has: { field: 'arguments', kind: 'template_string' } };

/** Statements and declarations. */
const statements: Record<string, View[]> = {
  Program: [node('program')],
  ExpressionStatement: [node('expression_statement')],
  BlockStatement: [
    only({ kind: 'statement_block', not: { inside: { any: [{ kind: 'class_static_block' }, token('namespace|module')] } } }),
  ],
  EmptyStatement: [
    only({
      kind: 'empty_statement',
      not: { any: ['initializer', 'condition'].map((field) => ({ inside: { kind: 'for_statement', field } })) },
    }),
  ],
  IfStatement: [node('if_statement')],
  SwitchStatement: [node('switch_statement')],
  SwitchCase: [node('switch_case', 'switch_default')],
  WhileStatement: [node('while_statement')],
  DoWhileStatement: [node('do_statement')],
  ForStatement: [node('for_statement')],
  ForInStatement: loop('in'),
  ForOfStatement: loop('of'),
  ReturnStatement: [node('return_statement')],
  ThrowStatement: [node('throw_statement')],
  TryStatement: [node('try_statement')],
  CatchClause: [node('catch_clause')],
  BreakStatement: [node('break_statement')],
  ContinueStatement: [node('continue_statement')],
  LabeledStatement: [node('labeled_statement')],
  DebuggerStatement: [node('debugger_statement')],
  WithStatement: [node('with_statement')],
  VariableDeclaration: [
    node('lexical_declaration', 'variable_declaration'),
    { rule: inHead, ...inner('loop'), holds: [], covers: ['left'] },
  ],
  VariableDeclarator: [node('variable_declarator'), { rule: inHead, ...inner('loop', 2), holds: ['left'], covers: ['left'] }],
  FunctionDeclaration: [
    node('function_declaration', 'generator_function_declaration'),
    only({ ...kinds('function_expression', 'generator_function'), ...isDefaultExport }),
  ],
  ClassDeclaration: [node('class_declaration'), only({ kind: 'class', ...isDefaultExport })],
  ImportDeclaration: [only({ kind: 'import_statement', not: { has: token('require') } })],
  ImportDefaultSpecifier: [
    { rule: { kind: 'identifier', inside: { kind: 'import_clause' } }, layers: { name: 'default-import', layer: 0 }, holds: [] },
  ],
  ImportSpecifier: [node('import_specifier')],
  ImportNamespaceSpecifier: [node('namespace_import')],
  ExportNamedDeclaration: [
    only({
      kind: 'export_statement',
      not: { any: [{ has: { regex: '^(default|\\*|=|namespace)$' } }, { has: { kind: 'namespace_export' } }] },
    }),
  ],
  ExportDefaultDeclaration: [only({ kind: 'export_statement', has: { regex: '^default$' } })],
  ExportAllDeclaration: [only({ kind: 'export_statement', any: [{ has: { regex: '^\\*$' } }, { has: { kind: 'namespace_export' } }] })],
  ExportSpecifier: [node('export_specifier')],
};

/** A member of an enum without a value is a bare name in tree-sitter. */
const inEnum: RuleObject = { inside: { inside: token('enum'), regex: '^\\{' } };

const expressions: Record<string, View[]> = {
  FunctionExpression: [
    only({ ...kinds('function_expression', 'generator_function'), not: isDefaultExport }),
    { rule: { kind: 'method_definition' }, ...inner('method'), holds: ofFunction, covers: ofFunction },
  ],
  ArrowFunctionExpression: [node('arrow_function')],
  ClassExpression: [only({ kind: 'class', not: isDefaultExport })],
  ClassBody: [node('class_body')],
  MethodDefinition: [outerMethod({ kind: 'class_body' })],
  PropertyDefinition: [only({ ...kinds('field_definition', 'public_field_definition'), not: token('abstract|accessor') })],
  StaticBlock: [node('class_static_block')],
  Property: [
    node('pair', 'pair_pattern'),
    outerMethod({ kind: 'object' }),
    { rule: { kind: 'shorthand_property_identifier' }, layers: shorthand, holds: [] },
    { rule: { kind: 'shorthand_property_identifier_pattern', inside: { kind: 'object_pattern' } }, layers: shorthand, holds: [] },
    { rule: { kind: 'object_assignment_pattern' }, layers: { name: 'default', layer: 0 }, holds: [] },
  ],
  AssignmentPattern: [
    node('assignment_pattern'),
    only({ kind: 'required_parameter', has: { field: 'value', regex: '' } }),
    { rule: { kind: 'object_assignment_pattern' }, ...inner('default') },
  ],
  RestElement: [node('rest_pattern')],
  SpreadElement: [only({ kind: 'spread_element', ...spreads })],
  ObjectExpression: [node('object')],
  ArrayExpression: [node('array')],
  ObjectPattern: [node('object_pattern')],
  ArrayPattern: [node('array_pattern')],
  CallExpression: [{ rule: { kind: 'call_expression', not: { any: [isImport, isTagged] } }, chained: true }],
  ImportExpression: [only({ kind: 'call_expression', ...isImport })],
  TaggedTemplateExpression: [only({ kind: 'call_expression', ...isTagged })],
  NewExpression: [node('new_expression')],
  MemberExpression: [{ rule: { ...kinds('member_expression', 'subscript_expression'), not: inJsxName }, chained: true }],
  UnaryExpression: [node('unary_expression')],
  UpdateExpression: [node('update_expression')],
  BinaryExpression: [only({ kind: 'binary_expression', not: logical })],
  LogicalExpression: [only({ kind: 'binary_expression', ...logical })],
  AssignmentExpression: [node('assignment_expression', 'augmented_assignment_expression')],
  ConditionalExpression: [node('ternary_expression')],
  SequenceExpression: [node('sequence_expression')],
  YieldExpression: [node('yield_expression')],
  AwaitExpression: [node('await_expression')],
  ThisExpression: [only({ kind: 'this', not: { inside: { matches: 'parameter' } } })],
  Super: [node('super')],
  TemplateLiteral: [node('template_string')],
  TemplateElement: [only({ kind: 'string_fragment', inside: { kind: 'template_string' } })],
  MetaProperty: [{ rule: { kind: 'meta_property' }, holds: [] }],
  Literal: [node('string', 'number', 'regex', 'true', 'false'), only({ kind: 'null', not: isTypeName })],
  Identifier: [
    only({
      kind: 'identifier',
      not: { any: [inJsxName, { inside: { kind: 'import_clause' } }] },
    }),
    { rule: { kind: 'identifier', inside: { kind: 'import_clause' } }, ...inner('default-import') },
    only({ kind: 'property_identifier', all: [inNameField, { not: { any: [inJsxName, inEnum] } }] }),
    { rule: { kind: 'shorthand_property_identifier' }, ...inner('shorthand') },
    { rule: { kind: 'shorthand_property_identifier_pattern', inside: { kind: 'object_pattern' } }, ...inner('shorthand') },
    only({ kind: 'shorthand_property_identifier_pattern', inside: { kind: 'object_assignment_pattern' } }),
    node('statement_identifier'),
    only({ kind: 'undefined', not: isTypeName }),
  ],
  PrivateIdentifier: [node('private_property_identifier')],
};

const named: RuleObject = { has: { field: 'name', regex: '' } };
const spread: RuleObject = { has: { kind: 'spread_element' } };
const jsx: Record<string, View[]> = {
  JSXElement: [
    only({ kind: 'jsx_element', has: { kind: 'jsx_opening_element', ...named } }),
    { rule: { kind: 'jsx_self_closing_element' }, layers: { name: 'self-closing', layer: 0 }, holds: [] },
  ],
  JSXFragment: [only({ kind: 'jsx_element', has: { kind: 'jsx_opening_element', not: named } })],
  JSXOpeningElement: [
    only({ kind: 'jsx_opening_element', ...named }),
    { rule: { kind: 'jsx_self_closing_element' }, ...inner('self-closing') },
  ],
  JSXClosingElement: [only({ kind: 'jsx_closing_element', ...named })],
  JSXAttribute: [node('jsx_attribute')],
  JSXExpressionContainer: [only({ kind: 'jsx_expression', not: spread })],
  JSXSpreadAttribute: [only({ kind: 'jsx_expression', ...spread, inside: kinds('jsx_opening_element', 'jsx_self_closing_element') })],
  JSXText: [node('jsx_text')],
  JSXIdentifier: [
    only({ ...kinds('identifier', 'property_identifier'), ...inJsxName }),
    only({ kind: 'property_identifier', inside: { kind: 'jsx_attribute' } }),
  ],
  JSXMemberExpression: [only({ kind: 'member_expression', ...inJsxName })],
};

/** By the names that ESLint gives them: the nodes of JavaScript. */
export const scriptViews: Readonly<Record<string, readonly View[]>> = { ...statements, ...expressions, ...jsx };
