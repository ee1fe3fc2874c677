import { type AstLanguage, isScript } from './ast-language.ts';
import { declaredName } from './declared-name.ts';
import type { AstNode } from './open-addon.ts';

const declarations = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_signature',
  'method_definition',
  'method_signature',
  'abstract_method_signature',
  'class_declaration',
  'abstract_class_declaration',
  'interface_declaration',
  'enum_declaration',
  'internal_module',
  'module',
]);

/** Kinds that have the name of what they are assigned to. */
const assignable = new Set(['arrow_function', 'function_expression', 'generator_function', 'class']);

const holders: Readonly<Record<string, string>> = {
  variable_declarator: 'name',
  public_field_definition: 'name',
  field_definition: 'property',
  pair: 'key',
  assignment_expression: 'left',
};

/** Names of the declarations around a node, outermost first: `Client.send`. Empty at the top of a file. */
export function symbolOf(node: AstNode, language: AstLanguage): string {
  const names: string[] = [];
  let inner = node;
  // Not parent by parent: the engine finds each from the top, so that 4,000 levels took two seconds.
  for (const outer of node.ancestors()) {
    const name = isScript(language) ? nameOf(outer, inner) : declaredName(outer, language);
    if (name !== undefined) names.unshift(name);
    inner = outer;
  }
  return names.join('.');
}

function nameOf(outer: AstNode, inner: AstNode): string | undefined {
  const kind = outer.kind();
  if (declarations.has(kind)) return outer.field('name')?.text();
  const holder = Object.hasOwn(holders, kind) ? holders[kind] : undefined;
  if (holder === undefined || !assignable.has(inner.kind())) return undefined;
  return outer.field(holder)?.text();
}
