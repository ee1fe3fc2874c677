import { type AttributeTest, holdsFor } from './attribute-test.ts';
import { kinds, type RuleObject } from './rule-object.ts';
import type { Match } from './view.ts';

/** The view of what stands in a field, without what could be elsewhere only: no call has the name of a JSX element. */
export function targetIn(
  owner: string,
  { field, attribute, test }: { field: string; attribute: string; test: AttributeTest },
  target: Match,
): Match[] {
  if (owner.startsWith('JSX')) return [target];
  if (target.type === 'MemberExpression') return [plain(target, kinds('member_expression', 'subscript_expression'))];
  // What is asked of a literal's value says its kind.
  if (target.type === 'Literal' && attribute === 'value') return target.index === 0 ? [plain(target, {})] : [];
  if (target.type !== 'Identifier') return [target];
  // The first view stands for all.
  return target.index === 0
    ? [plain(target, kinds(...identifiersIn(owner, field), ...(holdsFor(test, 'undefined') ? ['undefined'] : [])))]
    : [];
}

function plain(target: Match, rule: RuleObject): Match {
  return { ...target, view: { ...target.view, rule } };
}

function identifiersIn(owner: string, field: string): string[] {
  if (field === 'label') return ['statement_identifier'];
  if (field === 'property' || field === 'key') return ['property_identifier', 'identifier'];
  if (field === 'typeName') return ['type_identifier'];
  if (field === 'id') return /^(?:Class|TS)/.test(owner) ? ['identifier', 'type_identifier'] : ['identifier'];
  return field === 'left' && owner === 'AssignmentPattern' ? ['identifier', 'shorthand_property_identifier_pattern'] : ['identifier'];
}
