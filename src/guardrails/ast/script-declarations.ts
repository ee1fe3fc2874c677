/** Kinds of nodes that have a name which tells where a finding is, in TypeScript and its kin. */
export const scriptDeclarations: readonly string[] = [
  'function_declaration',
  'generator_function_declaration',
  'method_definition',
  'class_declaration',
  // what JavaScript does not have
  'function_signature',
  'method_signature',
  'abstract_method_signature',
  'abstract_class_declaration',
  'interface_declaration',
  'enum_declaration',
  'internal_module',
  'module',
];

/** Kinds that have the name of what they are assigned to. */
export const assignableKinds: readonly string[] = ['arrow_function', 'function_expression', 'generator_function', 'class'];

/** Where the name stands in what they are assigned to. */
export const nameHolders: Readonly<Record<string, string>> = {
  variable_declarator: 'name',
  public_field_definition: 'name',
  field_definition: 'property',
  pair: 'key',
  assignment_expression: 'left',
};
