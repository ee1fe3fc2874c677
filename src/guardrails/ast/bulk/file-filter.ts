import type { CompiledGlobs, CompiledRule } from '#kernel/records/compiled-rules.ts';
import { matchesGlobs } from '../../may-break.ts';
import { LiteralFinder } from '../../regex/literal-finder.ts';
import { astLanguageOf } from '../ast-language.ts';
import { bulkLanguages } from './cli-rules.ts';
import { shapesOf } from './made-up.ts';
import { readCode } from './shapes/read-code.ts';
import type { Shape } from './shapes/shape.ts';

interface Wanted {
  rule: CompiledRule;
  /** One of each of these must be there. */
  literals: readonly (readonly number[])[];
  shapes: readonly Shape[];
}

/** Rules for the same files. */
interface Group {
  files: CompiledGlobs;
  wanted: Wanted[];
}

/** Ids of the rules that can find something in a file, told from its characters. */
export function fileFilter(rules: readonly CompiledRule[]): (path: string, text: string) => ReadonlySet<string> {
  const finder = new LiteralFinder(rules.flatMap((rule) => rule.literals.flat()));
  const byLanguage = new Map<string, Group[]>(bulkLanguages.map((language) => [language, groupsIn(rules, { language, finder })]));
  return (path, text) => {
    const language = bulkLanguages.find((one) => one === astLanguageOf(path));
    if (language === undefined) return new Set();
    const groups = (byLanguage.get(language) ?? []).filter(({ files }) => matchesGlobs(files, path));
    if (groups.length === 0) return new Set();
    const seen = finder.find(text);
    const wanted = groups.flatMap((group) =>
      group.wanted.filter(({ literals }) => literals.every((some) => some.some((id) => seen[id] === 1))),
    );
    if (wanted.length === 0) return new Set();
    const code = readCode(text, language);
    return new Set(wanted.filter(({ shapes }) => shapes.every((shape) => shape(code))).map(({ rule }) => rule.id));
  };
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
    const group = groups.get(key) ?? { files, wanted: [] };
    group.wanted.push({ rule, literals: rule.literals.map((some) => finder.idsOf(some)), shapes: shapesOf(rule, language) });
    groups.set(key, group);
  }
  return [...groups.values()];
}
