import { type AstLanguage, isScript } from './ast-language.ts';
import { declaredName } from './declared-name.ts';
import type { AstNode } from './open-addon.ts';
import { assignableKinds, nameHolders, scriptDeclarations } from './script-declarations.ts';

const declarations = new Set(scriptDeclarations);
const assignable = new Set(assignableKinds);

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
  const holder = Object.hasOwn(nameHolders, kind) ? nameHolders[kind] : undefined;
  if (!declarations.has(kind) && (holder === undefined || !assignable.has(inner.kind()))) return undefined;
  return outer.field(declarations.has(kind) ? 'name' : (holder ?? ''))?.text() || undefined; // it may be missing, and made up
}
