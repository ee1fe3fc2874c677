import { not, type RuleObject } from './rule-object.ts';
import { exactly } from './rust-regex.ts';
import { asksFirst, token } from './tree-shapes.ts';

/** An attribute that is a plain value: each value it can have with the nodes that have it, or a text of the node. */
export type Leaf =
  /** `optional`: there are nodes that have none of them. */
  { values: readonly (readonly [string | number | boolean, RuleObject])[]; optional?: true } | { text: (regex: string) => RuleObject };

const text: Leaf = { text: (regex) => ({ regex }) };
const operator: Leaf = { text: (regex) => ({ has: { field: 'operator', regex } }) };
const flag = (rule: RuleObject): Leaf => ({
  values: [
    [true, rule],
    [false, not(rule)],
  ],
});
const always = (value: string | boolean): Leaf => ({ values: [[value, { regex: '' }]] });

const isAsync = flag(token('async'));
const star = flag({ has: { regex: '^\\*' } });
const generator = flag({
  any: [{ kind: 'generator_function' }, { kind: 'generator_function_declaration' }, { kind: 'method_definition', has: { regex: '^\\*$' } }],
});
const isComputed: RuleObject = {
  any: [
    { kind: 'subscript_expression' },
    ...['name', 'key', 'property'].map((field) => ({ has: { field, kind: 'computed_property_name' } })),
  ],
};
const computed = flag(isComputed);
const accessibility: Leaf = {
  optional: true,
  values: ['public', 'protected', 'private'].map(
    (word) => [word, { has: { kind: 'accessibility_modifier', regex: `^${word}$` } }] as const,
  ),
};
const isStatic = flag(token('static'));
const methodKind: Leaf = {
  values: [
    ['get', token('get')],
    ['set', token('set')],
    ['constructor', { has: { field: 'name', regex: '^constructor$' }, not: token('static') }],
    ['method', not({ any: [token('get'), token('set'), { has: { field: 'name', regex: '^constructor$' }, not: token('static') }] })],
  ],
};
const accessor = { kind: 'method_definition', any: [token('get'), token('set')] };
const optional = flag(asksFirst);
const shorthandKinds: RuleObject = {
  any: [
    { kind: 'shorthand_property_identifier' },
    { kind: 'shorthand_property_identifier_pattern' },
    { kind: 'object_assignment_pattern' },
  ],
};
const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '**=', '<<=', '>>=', '>>>=', '&=', '|=', '^=', '&&=', '||=', '??='].map(
  (written) => {
    const rule: RuleObject = written === '=' ? { kind: 'assignment_expression' } : { has: { field: 'operator', regex: exactly(written) } };
    return [written, rule] as const;
  },
);
const importKind: Leaf = {
  values: [
    ['type', { has: { regex: '^type$', not: { any: [{ kind: 'identifier' }, { kind: 'import_clause' }] } } }],
    ['value', not({ has: { regex: '^type$', not: { any: [{ kind: 'identifier' }, { kind: 'import_clause' }] } } })],
  ],
};

/** By type, then by the attribute's name. */
export const leaves: Readonly<Record<string, Readonly<Record<string, Leaf>>>> = {
  Identifier: { name: text },
  JSXIdentifier: { name: text },
  JSXText: { value: text, raw: text },
  Literal: { raw: text },
  UnaryExpression: { operator, prefix: always(true) },
  UpdateExpression: {
    operator,
    prefix: {
      values: [
        [true, { regex: '^(\\+\\+|--)' }],
        [false, { regex: '(\\+\\+|--)$' }],
      ],
    },
  },
  BinaryExpression: { operator },
  LogicalExpression: { operator },
  AssignmentExpression: { operator: { values: assignments } },
  VariableDeclaration: {
    kind: {
      values: [
        ['const', { has: { field: 'kind', regex: '^const$' } }],
        ['let', { has: { field: 'kind', regex: '^let$' } }],
        ['var', { any: [{ kind: 'variable_declaration' }, { kind: 'for_in_statement', has: { field: 'kind', regex: '^var$' } }] }],
      ],
    },
  },
  FunctionDeclaration: { async: isAsync, generator },
  FunctionExpression: { async: isAsync, generator },
  ArrowFunctionExpression: { async: isAsync, generator: always(false) },
  MethodDefinition: { kind: methodKind, static: isStatic, computed, accessibility },
  PropertyDefinition: { static: isStatic, computed, accessibility, readonly: flag(token('readonly')) },
  Property: {
    computed,
    shorthand: flag(shorthandKinds),
    method: flag({ kind: 'method_definition', not: accessor }),
    kind: {
      values: [
        ['get', { kind: 'method_definition', ...token('get') }],
        ['set', { kind: 'method_definition', ...token('set') }],
        ['init', not(accessor)],
      ],
    },
  },
  CallExpression: { optional },
  MemberExpression: { optional, computed: flag({ kind: 'subscript_expression' }) },
  YieldExpression: { delegate: star },
  ForOfStatement: { await: flag(token('await')) },
  ImportDeclaration: { importKind },
  ImportSpecifier: { importKind },
  ExportSpecifier: { exportKind: importKind },
  ExportNamedDeclaration: { exportKind: importKind },
  ExportAllDeclaration: { exportKind: importKind },
  TSEnumDeclaration: { const: flag(token('const')) },
};
