import { anyOf, kinds, not, type RuleObject } from './rule-object.ts';

/**
 * Where tree-sitter's tree has nodes that ESLint's has not, and the other way round. Nothing here names a kind that only
 * TypeScript or only JSX has, so that one rule can serve all three grammars.
 */

const binding = kinds('identifier', 'object_pattern', 'array_pattern', 'assignment_pattern', 'rest_pattern', 'comment', 'this');

/** TypeScript wraps each parameter; one with a default is an AssignmentPattern of ESLint's. */
const parameter: RuleObject = {
  inside: { kind: 'formal_parameters' },
  not: { any: [binding, { has: { field: 'value', regex: '' } }] },
};

const between = [
  ...['parenthesized_expression', 'arguments', 'formal_parameters', 'class_heritage', 'else_clause', 'finally_clause', 'switch_body'],
  ...['template_substitution', 'computed_property_name', 'import_clause', 'named_imports', 'export_clause'],
];

/** ESLint's word for it is SpreadElement. */
export const spreads: RuleObject = { inside: kinds('object', 'array', 'arguments') };

/** Stops a search at the first node that ESLint has too. */
export const atNextNode: RuleObject = not({ matches: 'between' });

export const outOfParentheses: RuleObject = not({ kind: 'parenthesized_expression' });

/** The node that a rule says, or parentheses around it. */
export function orInParentheses(rule: RuleObject): RuleObject {
  return anyOf([rule, { kind: 'parenthesized_expression', has: { ...wrapped(rule), stopBy: outOfParentheses } }]);
}

/** The node that a rule says, or the parameter that it is. */
export function orInParameter(rule: RuleObject): RuleObject {
  return anyOf([rule, { matches: 'parameter', has: wrapped(rule) }]);
}

/** Something that stands around a list's element without being one itself. */
export const wrapper: RuleObject = anyOf([{ kind: 'parenthesized_expression' }, { matches: 'parameter' }]);

/** A rule as the object of a relation, so that its own keys and those of the relation stay apart. */
export function wrapped(rule: RuleObject): RuleObject {
  return 'stopBy' in rule || 'field' in rule || 'nthChild' in rule ? { all: [rule] } : rule;
}

export const notComment: RuleObject = not({ kind: 'comment' });

/** A word that is no name. */
export function token(words: string): RuleObject {
  return { has: { regex: `^(?:${words})$`, not: kinds('identifier', 'property_identifier') } };
}

/** Part of the name of a JSX element. */
export const inJsxName: RuleObject = { inside: { has: { regex: '^</?$' }, field: 'name', stopBy: not({ kind: 'member_expression' }) } };

/** Names of JSX attributes stand in no field. */
export const inNameField: RuleObject = anyOf(['property', 'key', 'name'].map((field) => ({ inside: { field, regex: '' } })));

/** `null` and `undefined` as types: a node of its own around the same text. */
export const isTypeName: RuleObject = { inside: { regex: '^(?:null|undefined)$', not: { kind: 'expression_statement' } } };

/** `export default` makes a declaration of what is an expression elsewhere. */
export const isDefaultExport: RuleObject = { inside: { kind: 'export_statement', field: 'value' } };

/** The outermost node of a chain with `?.`. */
export const chainRoot: RuleObject = { matches: 'chain-root' };

const nonNull: RuleObject = { has: { regex: '^!$' }, not: { kind: 'unary_expression' } };
/** The grammar of TypeScript has no node for the `?.` of a call. */
export const asksFirst: RuleObject = { has: { regex: '^[?][.]$' } };
const chainKinds = kinds('member_expression', 'subscript_expression', 'call_expression');

/** What the rules name by `matches`. */
export const utilities: Readonly<Record<string, RuleObject>> = {
  parameter,
  between: anyOf([
    ...between.map((kind) => ({ kind })),
    { matches: 'parameter' },
    { inside: { kind: 'class_heritage' }, has: { regex: '^extends$' } },
    { kind: 'statement_block', inside: { kind: 'class_static_block' } },
    { kind: 'spread_element', not: spreads },
    token('declare'),
  ]),
  'chain-link': anyOf([
    { ...chainKinds, ...asksFirst },
    { ...kinds('member_expression', 'subscript_expression'), has: { field: 'object', matches: 'chain-link' } },
    { kind: 'call_expression', has: { field: 'function', matches: 'chain-link' } },
    { ...nonNull, all: [{ has: { matches: 'chain-link' } }] },
  ]),
  'chain-root': {
    ...chainKinds,
    matches: 'chain-link',
    not: {
      any: [
        { inside: { ...kinds('member_expression', 'subscript_expression'), field: 'object' } },
        { inside: { kind: 'call_expression', field: 'function' } },
        { inside: { ...nonNull, inside: chainKinds } },
      ],
    },
  },
};
