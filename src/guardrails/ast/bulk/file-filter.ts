import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledGlobs, CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Excerpt } from '../../excerpts/excerpt.ts';
import { readCode } from '../../lexer/read-code.ts';
import { type Found, LiteralFinder } from '../../regex/literal-finder.ts';
import { astLanguageOf } from '../ast-language.ts';
import { placeRules } from './anchors/place-rules.ts';
import { ruleAnchors } from './anchors/rule-anchors.ts';
import { bulkLanguages } from './cli-rules.ts';
import { shapesOf } from './made-up.ts';
import type { Shape } from './shapes/shape.ts';

export interface Possible {
  /** Whether brackets or strings in it do not match, or something else shows that it may not parse. Not told where no rule is possible. */
  doubtful: boolean;
  /** Ids of the rules that its characters allow to find something. Where the others do, the grammar has made it up. */
  possible: ReadonlySet<string>;
  /** What must be parsed of it for them, where that is not all. */
  excerpt?: Excerpt;
}

interface Wanted {
  rule: CompiledRule;
  /** One of each of these must be there. */
  literals: readonly (readonly number[])[];
  shapes: readonly Shape[];
  anchors(): readonly Shape[] | undefined;
}

/** Rules for the same files. */
interface Group {
  files: CompiledGlobs;
  /** Those without literals. */
  always: Wanted[];
  /** The others, each by all literals of which one must be there. */
  byLiteral: Map<number, Wanted[]>;
}

/** Which rules can find something in a file, told from its characters. */
export function fileFilter(rules: readonly CompiledRule[]): (path: string, text: string) => Possible {
  const finder = new LiteralFinder(rules.flatMap((rule) => rule.literals.flat()));
  const byLanguage = new Map<string, Group[]>();
  return (path, text) => {
    const language = bulkLanguages.find((one) => one === astLanguageOf(path));
    if (language === undefined) return nothing;
    const all = byLanguage.get(language) ?? groupsIn(rules, { language, finder });
    byLanguage.set(language, all);
    const groups = all.filter(({ files }) => matchesGlobs(files, path));
    if (groups.length === 0) return nothing;
    const found = finder.find(text);
    const wanted = groups.flatMap((group) => wantedIn(group, found));
    if (wanted.length === 0) return nothing;
    const code = readCode(text, language);
    const { placed, ...others } = placeRules(
      code,
      wanted.filter(({ shapes }) => shapes.every((shape) => shape(code))),
    );
    return { doubtful: code.isInDoubt, possible: new Set(placed.map(({ rule }) => rule.id)), ...others };
  };
}

const nothing: Possible = { doubtful: false, possible: new Set() };

function wantedIn({ always, byLiteral }: Group, found: Found): Wanted[] {
  const possible = new Set(always);
  for (const id of found.ids) for (const wanted of byLiteral.get(id) ?? []) possible.add(wanted);
  return [...possible].filter(({ literals }) => literals.every((some) => some.some(found.has)));
}

function groupsIn(
  rules: readonly CompiledRule[],
  { language, finder }: { language: (typeof bulkLanguages)[number]; finder: LiteralFinder },
): Group[] {
  const groups = new Map<string, Group>();
  for (const rule of rules) {
    const { check, files, languages } = rule;
    if (check.kind !== 'ast' || languages?.includes(language) !== true) continue;
    const key = JSON.stringify(files);
    const group = groups.get(key) ?? { files, always: [], byLiteral: new Map<number, Wanted[]>() };
    groups.set(key, group);
    const wanted: Wanted = {
      rule,
      literals: rule.literals.map((some) => finder.idsOf(some)),
      shapes: shapesOf(rule, language),
      anchors: once(() => ruleAnchors(check, language)),
    };
    const [first] = wanted.literals;
    if (first === undefined) group.always.push(wanted);
    for (const id of first ?? []) group.byLiteral.set(id, [...(group.byLiteral.get(id) ?? []), wanted]);
  }
  return [...groups.values()];
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
