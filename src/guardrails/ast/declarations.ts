import type { AstLanguage, ScriptLanguage } from './ast-language.ts';

/** Kinds of nodes that have a name which tells where a finding is, in languages other than TypeScript and its kin. */
const kinds: Readonly<Record<Exclude<AstLanguage, ScriptLanguage | 'Html'>, string>> = {
  Bash: 'function_definition',
  CSharp:
    'class_declaration interface_declaration struct_declaration record_declaration enum_declaration method_declaration constructor_declaration property_declaration local_function_statement',
  Css: 'rule_set',
  Go: 'function_declaration method_declaration type_spec',
  Java: 'class_declaration interface_declaration enum_declaration record_declaration method_declaration constructor_declaration',
  Json: 'pair',
  Kotlin: 'class_declaration object_declaration function_declaration',
  Php: 'class_declaration interface_declaration trait_declaration enum_declaration method_declaration function_definition',
  Python: 'class_definition function_definition',
  Ruby: 'module class method singleton_method',
  Rust: 'mod_item struct_item enum_item trait_item impl_item function_item function_signature_item',
  Scala: 'class_definition trait_definition object_definition function_definition',
  Swift: 'class_declaration protocol_declaration function_declaration protocol_function_declaration init_declaration',
  Yaml: 'block_mapping_pair',
};

/** Split when asked: to make sets of all of them costs each start of a hook 0.2 ms. */
export function isDeclaration(kind: string, language: AstLanguage): boolean {
  const ofAll: Readonly<Partial<Record<AstLanguage, string>>> = kinds;
  return ofAll[language]?.split(' ').includes(kind) === true;
}
