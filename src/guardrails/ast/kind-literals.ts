import { type AstLanguage, isScript } from './ast-language.ts';

/**
 * Words that every node of a kind contains. Only words and operators that the grammar never makes up while it recovers
 * from a syntax error: it invents a token only where one ends its production, and each of these is followed by more.
 */
const words: Readonly<Record<string, string>> = {
  abstract_class_declaration: 'abstract',
  arrow_function: '=>',
  as_expression: 'as',
  await_expression: 'await',
  catch_clause: 'catch',
  class_declaration: 'class',
  do_statement: 'do',
  else_clause: 'else',
  enum_declaration: 'enum',
  finally_clause: 'finally',
  for_in_statement: 'for',
  for_statement: 'for',
  function_declaration: 'function',
  function_expression: 'function',
  generator_function: 'function',
  generator_function_declaration: 'function',
  if_statement: 'if',
  import_statement: 'import',
  export_statement: 'export',
  interface_declaration: 'interface',
  new_expression: 'new',
  return_statement: 'return',
  satisfies_expression: 'satisfies',
  switch_case: 'case',
  switch_statement: 'switch',
  throw_statement: 'throw',
  try_statement: 'try',
  type_alias_declaration: 'type',
  variable_declaration: 'var',
  while_statement: 'while',
  with_statement: 'with',
  debugger_statement: 'debugger',
};

export function kindLiterals(kind: string, language: AstLanguage): string[][] {
  const word = isScript(language) && Object.hasOwn(words, kind) ? words[kind] : undefined;
  return word === undefined ? [] : [[word]];
}
