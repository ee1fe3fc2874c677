/** Nodes whose children are statements, or members of a type: others may come and go beside each. */
const lists: ReadonlySet<string> = new Set([
  'program',
  'statement_block',
  'class_body',
  'interface_body',
  'object_type',
  'enum_body',
  'switch_body',
  'switch_case',
  'switch_default',
]);

export function isStatementList(kind: string): boolean {
  return lists.has(kind);
}
