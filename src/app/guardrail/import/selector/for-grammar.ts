import { allOf, anyOf, type RuleObject } from './rule-object.ts';

export type Grammar = 'typescript' | 'tsx' | 'javascript';

/** Kinds that one of the three grammars has and another has not; ast-grep refuses a rule that names a kind its grammar does not have. */
const onlyJavaScript = ['field_definition'];
const typedFields = ['return_type', 'type', 'type_parameters', 'type_arguments', 'pattern'];
const notInTsx = ['type_assertion'];
const onlyTypeScript = `
abstract_class_declaration abstract_method_signature accessibility_modifier ambient_declaration array_type as_expression
conditional_type enum_assignment enum_body enum_declaration extends_clause extends_type_clause function_signature function_type
generic_type implements_clause import_alias import_require_clause index_signature interface_body interface_declaration
internal_module intersection_type literal_type lookup_type method_signature module nested_type_identifier non_null_expression
object_type optional_parameter parenthesized_type predefined_type property_signature public_field_definition required_parameter
satisfies_expression tuple_type type_alias_declaration type_annotation type_arguments type_identifier type_parameter
type_parameters type_predicate type_query union_type
`
  .trim()
  .split(/\s+/);

/** The part of a rule that makes sense in a grammar; undefined where it could match nothing. */
export function forGrammar(rule: RuleObject, grammar: Grammar): RuleObject | undefined {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rule)) {
    const part = partFor(key, value, grammar);
    if (part === 'nothing') return undefined;
    if (part !== 'anything') kept[key] = part.value;
  }
  return kept;
}

type Part = { value: unknown } | 'nothing' | 'anything';

function partFor(key: string, value: unknown, grammar: Grammar): Part {
  if (key === 'field' && grammar === 'javascript' && typedFields.includes(String(value))) return 'nothing';
  if (key === 'kind') return typeof value === 'string' && hasKind(grammar, value) ? { value } : 'nothing';
  if (Array.isArray(value)) return listFor(key, value.filter(isRule), grammar);
  if (!isRule(value) || key === 'nthChild') return { value };
  const inner = forGrammar(value, grammar);
  if (key === 'not') return inner === undefined ? 'anything' : { value: inner };
  return inner === undefined ? 'nothing' : { value: inner };
}

function listFor(key: string, rules: readonly RuleObject[], grammar: Grammar): Part {
  const fitting = rules.map((rule) => forGrammar(rule, grammar));
  const kept = fitting.filter((rule) => rule !== undefined);
  if (key === 'all' && kept.length < rules.length) return 'nothing';
  if (kept.length === 0) return 'nothing';
  return { value: (key === 'all' ? [allOf(kept)] : [anyOf(kept)]).flatMap((one) => (Array.isArray(one[key]) ? one[key] : [one])) };
}

function hasKind(grammar: Grammar, kind: string): boolean {
  if (kind.startsWith('jsx_')) return grammar !== 'typescript';
  if (notInTsx.includes(kind)) return grammar === 'typescript';
  if (onlyTypeScript.includes(kind)) return grammar !== 'javascript';
  return grammar === 'javascript' || !onlyJavaScript.includes(kind);
}

function isRule(value: unknown): value is RuleObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
