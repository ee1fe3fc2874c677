import type { ScriptLanguage } from '../ast-language.ts';
import { assignableKinds, nameHolders, scriptDeclarations } from '../script-declarations.ts';
import type { RuleObject } from '../sub-rules.ts';

/** How many names around a place the command line is asked for. Where it finds so many there may be more. */
export const symbolDepth = 4;

const levels = Array.from({ length: symbolDepth }, (_, index) => index + 1);

/** Of the names around a place, the innermost first. No page calls anything so. */
export const symbolVariables: readonly string[] = levels.map((level) => `$TACKROOM_SYMBOL_${level}`);

/**
 * The util, which stands once for all rules: a copy in each of a hundred documents took the command line as long to read as it takes
 * to search a hundred files. Who calls it says what each name is bound to: what a util binds by itself is lost to the caller.
 */
export function symbolUtil(language: ScriptLanguage): { id: string; language: ScriptLanguage; arguments: string[]; rule: RuleObject } {
  const itself = { all: [heldBy(1, language), orNothing(above(2, language))] };
  return { id: aroundUtil(language), language, arguments: levels.map(argument), rule: orNothing(itself, above(1, language)) };
}

/** The rule that binds the names to the variables of a message. */
export function bindsSymbols(language: ScriptLanguage): RuleObject {
  const bound = symbolVariables.map((pattern, index) => [argument(index + 1), { pattern }]);
  return { matches: { [aroundUtil(language)]: Object.fromEntries(bound) } };
}

/** The name of the util that binds the names around a node, and holds for every node; see `symbolOf`, whose answer it gives. */
function aroundUtil(language: ScriptLanguage): string {
  return `tackroom-around-${language}`;
}

const argument = (level: number) => `NAME_${level}`;

/** In a declaration of this level, which may be in those of further ones. */
function above(level: number, language: ScriptLanguage): RuleObject {
  const here = { any: [declares(level, language), heldBy(level, language)] };
  return { inside: { stopBy: 'end', all: level === symbolDepth ? [here] : [here, orNothing(above(level + 1, language))] } };
}

/** The first of these that holds; at last one that always does. */
function orNothing(...rules: RuleObject[]): RuleObject {
  return { any: [...rules, { kind: 'program' }, { not: { kind: 'program' } }] };
}

function declares(level: number, language: ScriptLanguage): RuleObject {
  const kinds = language === 'JavaScript' ? scriptDeclarations.slice(0, 4) : scriptDeclarations;
  return { all: [anyKind(kinds), { has: { field: 'name', matches: argument(level) } }] };
}

function heldBy(level: number, language: ScriptLanguage): RuleObject {
  const foreign = language === 'JavaScript' ? 'public_field_definition' : 'field_definition';
  const holders = Object.entries(nameHolders).filter(([kind]) => kind !== foreign);
  const any = holders.map(([kind, field]) => ({ kind, has: { field, matches: argument(level) } }));
  return { all: [anyKind(assignableKinds), { inside: { any } }] };
}

function anyKind(kinds: readonly string[]): RuleObject {
  return { any: kinds.map((kind) => ({ kind })) };
}
