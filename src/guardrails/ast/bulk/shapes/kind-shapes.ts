import type { ScriptLanguage } from '../../ast-language.ts';
import { kindLiterals } from '../../kind-literals.ts';
import { space } from './gap.ts';
import { type Condition, matchingWhere } from './places.ts';
import { notOfLoop } from './regions.ts';
import { anyAt, matching, matchingText, type Shape, wholeWord } from './shape.ts';

/** The grammar's own scanner decides so; that of TypeScript leaves out what looks like an optional parameter as well. */
const questionMark = '(?<!(?<!\\?)\\?)\\?(?!\\?|\\.(?!\\d))';
const notOptional = '(?![ \\t\\n\\v\\f\\r]*[:),])';

const condition = `${space}\\(`;

/** What is declared begins so. */
const name = before('');

function before(others: string): string {
  return `(?=${space}[\\w$\\\\\\x80-\\uFFFF${others}])`;
}

/** What every node of a kind holds, as an expression over the code. */
const sources: Readonly<Record<string, string>> = {
  array: '\\[',
  array_pattern: '\\[',
  array_type: '\\[',
  augmented_assignment_expression: '(?:[-+*/%&|^]|<<|>>|&&|\\|\\||\\?\\?)=',
  break_statement: wholeWord('break'),
  catch_clause: `${wholeWord('catch')}${space}[({]`,
  class: wholeWord('class'),
  class_static_block: wholeWord('static'),
  computed_property_name: '\\[',
  conditional_type: wholeWord('extends'),
  continue_statement: wholeWord('continue'),
  decorator: '@',
  enum_declaration: wholeWord('enum') + name,
  for_in_statement: `${wholeWord('for')}${space}(?:await${condition}|\\()`,
  for_statement: `${wholeWord('for')}${condition}`,
  if_statement: `${wholeWord('if')}${condition}`,
  index_signature: '\\[',
  index_type_query: wholeWord('keyof'),
  infer_type: wholeWord('infer'),
  intersection_type: '&',
  jsx_closing_element: '<',
  jsx_element: '<',
  jsx_opening_element: '<',
  jsx_self_closing_element: '<',
  interface_declaration: wholeWord('interface') + name,
  lookup_type: '\\[',
  null: wholeWord('null'),
  private_property_identifier: '#',
  regex: '\\/',
  rest_pattern: '\\.\\.\\.',
  rest_type: '\\.\\.\\.',
  spread_element: '\\.\\.\\.',
  subscript_expression: '\\[',
  super: wholeWord('super'),
  switch_statement: `${wholeWord('switch')}${condition}`,
  template_string: '`',
  template_substitution: '\\$\\{',
  this: wholeWord('this'),
  tuple_type: '\\[',
  type_alias_declaration: wholeWord('type') + name,
  type_query: wholeWord('typeof'),
  union_type: '\\|',
  update_expression: '\\+\\+|--',
  variable_declaration: wholeWord('var') + before('{['),
  while_statement: `${wholeWord('while')}${condition}`,
  with_statement: `${wholeWord('with')}${condition}`,
  yield_expression: wholeWord('yield'),
};

/** Kinds that are no code. */
const textSources: Readonly<Record<string, string>> = {
  comment: '\\/[/*]|<!--|-->|^#!',
  escape_sequence: '\\\\',
  html_comment: '<!--|-->',
  string: '[\'"]',
};

/** What stands in every node of a kind, where the file parses. `twice`: one within another is asked for. */
export function kindShapes(kind: unknown, { language, twice }: { language: ScriptLanguage; twice: boolean }): Shape[] {
  if (typeof kind !== 'string') return [];
  if (kind === 'non_null_expression') return [anyAt(({ bangs }) => bangs)];
  const text = Object.hasOwn(textSources, kind) ? textSources[kind] : undefined;
  if (text !== undefined) return [matchingText(text)];
  const source = kindSource(kind, language);
  if (source === undefined) return [];
  return [twice ? matching(`(?:${source})[^]*?(?:${source})`) : matchingWhere(source, kindConditions(kind))];
}

/** What is asked of the place besides. */
export function kindConditions(kind: string): Condition[] {
  return kind === 'await_expression' ? [notOfLoop] : [];
}

export function kindSource(kind: string, language: ScriptLanguage): string | undefined {
  if (kind === 'ternary_expression') return language === 'JavaScript' ? questionMark : questionMark + notOptional;
  if (Object.hasOwn(sources, kind)) return sources[kind];
  const [[word] = []] = kindLiterals(kind, language);
  return word !== undefined && /^[a-z]+$/.test(word) ? wholeWord(word) : undefined;
}
