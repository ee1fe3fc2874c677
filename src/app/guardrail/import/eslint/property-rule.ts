import type { Grammar } from '../selector/for-grammar.ts';
import type { RuleObject } from '../selector/rule-object.ts';
import { escapeRegex } from '../selector/rust-regex.ts';
import type { Translation } from '../selector/translate-selector.ts';
import { inJsxName } from '../selector/tree-shapes.ts';

const grammars: Grammar[] = ['typescript', 'tsx', 'javascript'];

/** `typeof a.b` as a type, whose kind JavaScript's grammar does not know. */
const inTypeof: RuleObject = {
  inside: { has: { regex: '^typeof$' }, not: { kind: 'unary_expression' }, stopBy: { not: { kind: 'member_expression' } } },
};

/**
 * `no-restricted-properties` by hand: what its selectors become is twenty times as long, since they have to hold wherever a
 * selector can stand. The utilities have the names that a person reads in the page.
 */
export function propertyRule(object: string, property: string): Translation {
  const named = { matches: 'the-property' };
  const from = { matches: 'the-object' };
  const taken = {
    kind: 'object_pattern',
    has: {
      any: [
        { kind: 'shorthand_property_identifier_pattern', regex: exactly(property) },
        { kind: 'object_assignment_pattern', has: { field: 'left', regex: exactly(property) } },
        { kind: 'pair_pattern', has: { field: 'key', any: [named, { kind: 'computed_property_name', has: { matches: 'the-text' } }] } },
      ],
    },
    inside: {
      any: [
        { kind: 'variable_declarator', has: { field: 'value', ...from } },
        { any: [{ kind: 'assignment_expression' }, { kind: 'assignment_pattern' }], has: { field: 'right', ...from } },
        { inside: { kind: 'formal_parameters' }, has: { field: 'value', ...from } },
      ],
    },
  };
  const member = {
    kind: 'member_expression',
    all: [{ has: { field: 'object', ...from } }, { has: { field: 'property', ...named } }],
    not: { any: [inJsxName, inTypeof] },
  };
  const indexed = {
    kind: 'subscript_expression',
    all: [{ has: { field: 'object', ...from } }, { has: { field: 'index', matches: 'the-text' } }],
  };
  return { ok: true, rules: [{ grammars, rule: { any: [member, indexed, taken] }, utils: utilsFor(object, property) }] };
}

function utilsFor(object: string, property: string): RuleObject {
  const text = escapeRegex(property);
  return {
    'the-object': {
      any: [
        { kind: 'identifier', regex: exactly(object) },
        { kind: 'parenthesized_expression', has: { matches: 'the-object' } },
      ],
    },
    'the-property': { any: [{ kind: 'property_identifier', regex: exactly(property) }, { matches: 'the-text' }] },
    'the-text': {
      any: [
        { any: [{ kind: 'string' }, { kind: 'template_string' }], regex: `^(?:'${text}'|"${text}"|\`${text}\`)$` },
        { kind: 'parenthesized_expression', has: { matches: 'the-text' } },
      ],
    },
  };
}

function exactly(text: string): string {
  return `^${escapeRegex(text)}$`;
}
