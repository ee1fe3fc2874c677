import type { AstLanguage } from './ast-language.ts';
import { isDeclaration } from './declarations.ts';
import type { AstNode } from './open-addon.ts';

/** The name that a node declares, in languages other than TypeScript and its kin; undefined where it declares none. */
export function declaredName(node: AstNode, language: AstLanguage): string | undefined {
  if (!isDeclaration(node.kind(), language)) return undefined;
  const name = node.field(nameField(node)) ?? node.children().find((child) => names.has(child.kind()));
  if (name === undefined || name.text() === '') return undefined;
  const text = name
    .text()
    .replace(/^["']|["']$/g, '')
    .replace(/\s+/g, ' ');
  const receiver = language === 'Go' ? /(\w+)(?:\[[^\]]*\])?\s*\)$/.exec(node.field('receiver')?.text() ?? '')?.[1] : undefined;
  return receiver === undefined ? text : `${receiver}.${text}`;
}

function nameField(node: AstNode): string {
  const kind = node.kind();
  if (kind === 'impl_item') return 'type';
  return kind === 'pair' || kind === 'block_mapping_pair' ? 'key' : 'name';
}

/** Where the grammar names no field; a style rule has the name of its selectors. */
const names = new Set(['identifier', 'simple_identifier', 'type_identifier', 'selectors']);
