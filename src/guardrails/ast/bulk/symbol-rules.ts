import type { ScriptLanguage } from '../ast-language.ts';
import { assignableKinds, nameHolders, scriptDeclarations } from '../script-declarations.ts';
import type { RuleObject } from '../sub-rules.ts';

/** How many names around a place the command line is asked for. Where it finds so many there may be more. */
export const symbolDepth = 4;

/** Of the names around a place, the innermost first. No page calls anything so. */
export function symbolVariable(level: number): string {
  return `$TACKROOM_SYMBOL_${level}`;
}

/** The util that binds the names around a node, and holds for every node; see `symbolOf`, whose answer it gives. */
export const aroundUtil = 'tackroom-around';

/** What `aroundUtil` is made of. */
export function symbolUtils(language: ScriptLanguage): Record<string, RuleObject> {
  const utils: Record<string, RuleObject> = {};
  for (let level = 1; level <= symbolDepth; level++) {
    utils[held(level)] = heldBy(level, language);
    const here = { any: [declares(level, language), { matches: held(level) }] };
    utils[named(level)] = level === symbolDepth ? here : { all: [here, orNothing({ matches: above(level + 1) })] };
    utils[above(level)] = { inside: { stopBy: 'end', matches: named(level) } };
  }
  const itself = { all: [{ matches: held(1) }, orNothing({ matches: above(2) })] };
  return { ...utils, [aroundUtil]: orNothing(itself, { matches: above(1) }) };
}

const held = (level: number) => `tackroom-held-${level}`;
const named = (level: number) => `tackroom-named-${level}`;
const above = (level: number) => `tackroom-above-${level}`;

/** The first of these that holds; at last one that always does. Not by an expression: to compile those of all rules would take a tenth of a second. */
function orNothing(...rules: RuleObject[]): RuleObject {
  return { any: [...rules, { kind: 'program' }, { not: { kind: 'program' } }] };
}

function declares(level: number, language: ScriptLanguage): RuleObject {
  const kinds = language === 'JavaScript' ? scriptDeclarations.slice(0, 4) : scriptDeclarations;
  return { all: [anyKind(kinds), { has: { field: 'name', pattern: symbolVariable(level) } }] };
}

function heldBy(level: number, language: ScriptLanguage): RuleObject {
  const foreign = language === 'JavaScript' ? 'public_field_definition' : 'field_definition';
  const holders = Object.entries(nameHolders).filter(([kind]) => kind !== foreign);
  const any = holders.map(([kind, field]) => ({ kind, has: { field, pattern: symbolVariable(level) } }));
  return { all: [anyKind(assignableKinds), { inside: { any } }] };
}

function anyKind(kinds: readonly string[]): RuleObject {
  return { any: kinds.map((kind) => ({ kind })) };
}
