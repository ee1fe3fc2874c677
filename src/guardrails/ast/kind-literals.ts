import { type AstLanguage, isScript } from './ast-language.ts';

/**
 * Words that every node of a kind contains. Only words and operators that the grammar never makes up while it recovers
 * from a syntax error: it invents a token only where one ends its production, and each of these is followed by more.
 */
const words: Readonly<Record<string, string>> = {
  abstract_class_declaration: 'abstract',
  ambient_declaration: 'declare',
  arrow_function: '=>',
  as_expression: 'as',
  await_expression: 'await',
  break_statement: 'break',
  catch_clause: 'catch',
  class: 'class',
  class_declaration: 'class',
  class_static_block: 'static',
  conditional_type: 'extends',
  continue_statement: 'continue',
  debugger_statement: 'debugger',
  decorator: '@',
  do_statement: 'do',
  else_clause: 'else',
  enum_declaration: 'enum',
  export_statement: 'export',
  extends_clause: 'extends',
  finally_clause: 'finally',
  for_in_statement: 'for',
  for_statement: 'for',
  function_declaration: 'function',
  function_expression: 'function',
  generator_function: 'function',
  generator_function_declaration: 'function',
  if_statement: 'if',
  implements_clause: 'implements',
  import_statement: 'import',
  index_type_query: 'keyof',
  infer_type: 'infer',
  interface_declaration: 'interface',
  internal_module: 'namespace',
  module: 'module',
  new_expression: 'new',
  return_statement: 'return',
  satisfies_expression: 'satisfies',
  spread_element: '...',
  switch_case: 'case',
  switch_statement: 'switch',
  throw_statement: 'throw',
  try_statement: 'try',
  type_alias_declaration: 'type',
  type_query: 'typeof',
  variable_declaration: 'var',
  while_statement: 'while',
  with_statement: 'with',
};

export function kindLiterals(kind: string, language: AstLanguage): string[][] {
  const word = isScript(language) && Object.hasOwn(words, kind) ? words[kind] : undefined;
  return word === undefined ? [] : [[word]];
}
