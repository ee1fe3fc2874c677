import { kinds, type RuleObject } from './rule-object.ts';
import type { View } from './view.ts';

const node = (...names: string[]): View => ({ rule: kinds(...names) });
const apart = (rule: RuleObject): View => ({ rule, parentless: true });
const keyword = (word: string): View => ({ rule: { kind: 'predefined_type', regex: `^${word}$` } });

/** Names that are declared, or part of a longer one. */
const noReference = [
  ...['class_declaration', 'abstract_class_declaration', 'class', 'interface_declaration', 'type_alias_declaration', 'type_parameter'].map(
    (kind) => ({ inside: { kind, field: 'name' } }),
  ),
  {
    inside: kinds(
      'nested_type_identifier',
      'generic_type',
      'extends_type_clause',
      'implements_clause',
      'import_specifier',
      'export_specifier',
    ),
  },
];
const inHeritage: RuleObject = { inside: kinds('extends_type_clause', 'implements_clause') };

/** By the names that typescript-eslint gives them: the nodes of TypeScript. */
export const typeViews: Readonly<Record<string, readonly View[]>> = {
  Decorator: [apart({ kind: 'decorator' })],
  TSAsExpression: [node('as_expression')],
  TSSatisfiesExpression: [node('satisfies_expression')],
  TSNonNullExpression: [node('non_null_expression')],
  TSTypeAssertion: [node('type_assertion')],
  TSEnumDeclaration: [node('enum_declaration')],
  TSEnumMember: [
    node('enum_assignment'),
    { rule: { kind: 'property_identifier', inside: { kind: 'enum_body' } }, layers: { name: 'member', layer: 0 }, holds: [] },
  ],
  TSInterfaceDeclaration: [node('interface_declaration')],
  TSInterfaceBody: [node('interface_body')],
  TSTypeAliasDeclaration: [node('type_alias_declaration')],
  TSModuleDeclaration: [apart(kinds('internal_module', 'module'))],
  TSDeclareFunction: [node('function_signature')],
  TSImportEqualsDeclaration: [{ rule: { kind: 'import_statement', has: { kind: 'import_require_clause' } } }, node('import_alias')],
  TSParameterProperty: [apart({ kind: 'required_parameter', has: { kind: 'accessibility_modifier' } })],
  TSPropertySignature: [node('property_signature')],
  TSMethodSignature: [{ rule: { kind: 'method_signature', not: { inside: { kind: 'class_body' } } } }],
  TSIndexSignature: [node('index_signature')],
  TSTypeAnnotation: [apart({ kind: 'type_annotation' })],
  TSTypeLiteral: [{ rule: { kind: 'object_type', not: { has: { kind: 'index_signature', has: { kind: 'mapped_type_clause' } } } } }],
  TSTypeReference: [
    { rule: { kind: 'type_identifier', not: { any: noReference } }, layers: { name: 'reference', layer: 0 }, holds: [] },
    { rule: { kind: 'generic_type', not: inHeritage } },
  ],
  TSUnionType: [{ rule: { kind: 'union_type', not: { inside: { kind: 'union_type' } } } }],
  TSIntersectionType: [{ rule: { kind: 'intersection_type', not: { inside: { kind: 'intersection_type' } } } }],
  TSArrayType: [node('array_type')],
  TSTupleType: [node('tuple_type')],
  TSFunctionType: [node('function_type')],
  TSConditionalType: [node('conditional_type')],
  TSTypeQuery: [node('type_query')],
  TSIndexedAccessType: [node('lookup_type')],
  TSAnyKeyword: [keyword('any')],
  TSUnknownKeyword: [keyword('unknown')],
  TSStringKeyword: [keyword('string')],
  TSNumberKeyword: [keyword('number')],
  TSBooleanKeyword: [keyword('boolean')],
  TSSymbolKeyword: [keyword('symbol')],
  TSObjectKeyword: [keyword('object')],
  TSNeverKeyword: [keyword('never')],
  TSVoidKeyword: [keyword('void')],
};

/** What TypeScript adds to nodes of JavaScript. */
export const addedViews: Readonly<Record<string, readonly View[]>> = {
  ClassDeclaration: [{ ...node('abstract_class_declaration'), typed: true }],
  Identifier: [
    { rule: { kind: 'type_identifier', any: noReference }, typed: true },
    { rule: { kind: 'type_identifier', not: { any: noReference } }, layers: { name: 'reference', layer: 1 }, typed: true },
    { rule: { kind: 'property_identifier', inside: { kind: 'enum_body' } }, layers: { name: 'member', layer: 1 }, typed: true },
  ],
};
