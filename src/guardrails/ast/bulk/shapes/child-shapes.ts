import type { Bracket } from '../../../lexer/code.ts';
import type { ScriptLanguage } from '../../ast-language.ts';
import { isRule, members, type RuleObject } from '../../sub-rules.ts';
import { amongParameters, behindReturn, withParameters } from './brackets-around.ts';
import { space } from './gap.ts';
import { typeWord } from './leaf-shapes.ts';
import { statementShapes } from './pattern-shapes.ts';
import { matchingWhere } from './places.ts';
import { anyAt, escaped, matching, matchingText, type Shape, wholeWord } from './shape.ts';

/** What a rule that asks for a child says of the characters around both, where the file parses. */
export function childShapes(rule: RuleObject, language: ScriptLanguage): Shape[] {
  const { kind, has, inside } = rule;
  const [child, parent] = [directly(has), directly(inside)];
  return [
    ...(child === undefined ? [] : [position, typeOf, firstChild, emptyBody, source].flatMap((shapes) => shapes(kind, child))),
    ...(kind === 'expression_statement' ? statementShapes(child?.pattern, language) : []),
    ...(parent === undefined ? [] : position(parent.kind, rule)),
    ...(kind === 'else_clause' && parent !== undefined ? afterReturn(parent) : []),
    ...[child, parent].flatMap((other) => (kind === 'ternary_expression' && other?.kind === kind ? [twoTernaries] : [])),
  ];
}

function directly(relation: unknown): RuleObject | undefined {
  return isRule(relation) && relation.stopBy === undefined ? relation : undefined;
}

const twoTernaries: Shape = anyAt(({ nextTernaries }) => nextTernaries);

/** Kinds whose children are parted by commas, and what they stand between. */
const lists: Readonly<Record<string, Bracket>> = {
  arguments: '(',
  array: '[',
  array_pattern: '[',
  enum_body: '{',
  export_clause: '{',
  formal_parameters: '(',
  named_imports: '{',
  object: '{',
  object_pattern: '{',
  tuple_type: '[',
};

/** `{ kind: formal_parameters, has: { nthChild: 7 } }` */
function position(kind: unknown, { nthChild }: RuleObject): Shape[] {
  const bracket = typeof kind === 'string' && Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (bracket === undefined || typeof nthChild !== 'number') return [];
  const enough: Shape = ({ mostParts }) => mostParts[bracket] >= nthChild;
  return kind === 'formal_parameters' ? [enough, matchingWhere('\\(', [withParameters(nthChild)])] : [enough];
}

/** Before and behind the type of a field. */
const typed: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'arrow_function.return_type': ['\\)', '=>'],
  'function_declaration.return_type': ['\\)', '\\{'],
  'function_expression.return_type': ['\\)', '\\{'],
  'method_definition.return_type': ['\\)', '\\{'],
  'optional_parameter.type': ['\\?', '[,)=\\]]'],
  'property_signature.type': ['', ''],
  'public_field_definition.type': ['', ''],
  'required_parameter.type': ['[^?\\s/]', '[,)=\\]]'],
  'variable_declarator.type': ['', ''],
};

/** `{ kind: required_parameter, has: { field: type, has: { kind: predefined_type, regex: ^any$ } } }` */
function typeOf(kind: unknown, child: RuleObject): Shape[] {
  const type = directly(child.has);
  const word = type === undefined ? undefined : typeWord(type);
  const field = `${kind}.${child.field}`;
  const isParameter = typeof kind === 'string' && kind.endsWith('_parameter');
  const around = Object.hasOwn(typed, field) ? typed[field] : undefined;
  if (word === undefined || around === undefined) return [];
  return [
    matchingWhere(`${wholeWord(word)}(?<=${around[0]}${space}:${space}${word})${space}${around[1]}`, isParameter ? [amongParameters] : []),
  ];
}

/** What a kind begins with. */
const starts: Readonly<Record<string, string>> = { array: '\\[', object: '\\{', string: '[\'"]', template_string: '`' };

/** Kinds that are a word and what follows it. */
const prefixed: Readonly<Record<string, string>> = {
  await_expression: 'await',
  return_statement: 'return',
  throw_statement: 'throw',
};

/** `{ kind: throw_statement, has: { any: [{ kind: string }, { kind: object }] } }` */
function firstChild(kind: unknown, child: RuleObject): Shape[] {
  const word = typeof kind === 'string' && Object.hasOwn(prefixed, kind) ? prefixed[kind] : undefined;
  const options = child.any === undefined ? [child] : members(child, 'any');
  const found = options.map((option) =>
    typeof option.kind === 'string' && Object.hasOwn(starts, option.kind) ? starts[option.kind] : undefined,
  );
  if (word === undefined || found.length === 0 || found.includes(undefined)) return [];
  return [matching(`${wholeWord(word)}${space}(?:${found.join('|')})`)];
}

/** Behind the brace a comment belongs to the block, since a semicolon that is left out is looked for there. */
const emptyBlocks: readonly string[] = ['^\\{\\}$', '^\\{\\s*\\}$', '^\\{\\s*\\}(\\s*(//[^\\n]*|/\\*[\\s\\S]*?\\*/))*\\s*$'];

/** `{ kind: catch_clause, has: { field: body, regex: '^\{\s*\}$' } }`. What is caught may be a pattern with blocks in it. */
function emptyBody(kind: unknown, { field, regex }: RuleObject): Shape[] {
  if (kind !== 'catch_clause' || field !== 'body' || typeof regex !== 'string' || !emptyBlocks.includes(regex)) return [];
  const parameter = `\\((?:[^(){}]*\\)${space}|[^(){}]*[({][^]*?)`;
  return [matching(`${wholeWord('catch')}(?<=\\}${space}catch)${space}(?:${parameter})?\\{\\s*\\}`)];
}

/** `{ kind: import_statement, has: { field: source, regex: '^.lodash' } }` */
function source(kind: unknown, { field, regex }: RuleObject): Shape[] {
  const name = typeof regex === 'string' ? /^\^(?:\.|["'])([\w@/-]+)/.exec(regex)?.[1] : undefined;
  if (kind !== 'import_statement' || field !== 'source' || name === undefined) return [];
  return [matchingText(`(?:from|import)${space}['"]${escaped(name)}`)];
}

/** `{ kind: else_clause, inside: { kind: if_statement, has: { field: consequence, has: { kind: return_statement } } } }` */
function afterReturn({ has, kind }: RuleObject): Shape[] {
  const consequence = directly(has);
  const last = directly(consequence?.has);
  const isAsked = kind === 'if_statement' && consequence?.field === 'consequence' && last?.kind === 'return_statement';
  return isAsked ? [matchingWhere(wholeWord('else'), [behindReturn])] : [];
}
