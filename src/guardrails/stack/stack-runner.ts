import { monotonicMs } from '#kernel/clock.ts';
import type { StackCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { keptHits } from '../run/kept-hits.ts';
import { choiceTest, mentionTest } from './choose-library.ts';
import { keptUses } from './kept-uses.ts';
import type { LibrarySource, Sighting } from './library-source.ts';
import { librarySourceOf } from './library-sources.ts';
import type { LibraryUse } from './library-use.ts';

/** Libraries that serve the concern and are not allowed, where manifests declare them and where code imports them. */
export const stackRunner: TreeRunner = {
  scope: 'tree',
  checkTree(rule, context) {
    const { check } = rule;
    return check.kind === 'stack' ? keptHits(rule, context, () => findHits(check, context)) : [];
  },
};

function findHits(check: StackCheck, context: TreeContext): Hit[] {
  const uses = findUses(check, context);
  const progress = context.whole ? progressOf(uses) : undefined;
  const one = `${check.allowed.join(' or ')} ${check.allowed.length === 1 ? 'is the one' : 'are those'} for ${check.concern}`;
  return uses.flatMap((use): Hit[] => {
    if (use.allowed) return [];
    const detail = `${one}; ${progress?.(use.entry) ?? `this is ${use.entry}`}`;
    return [{ path: use.path, span: { start: use.start, end: use.end }, detail }];
  });
}

function findUses(check: StackCheck, { paths, tree, deadlineMs = Number.POSITIVE_INFINITY }: TreeContext): LibraryUse[] {
  const kept = keptUses(tree, check);
  const isMentioned = mentionTest(check);
  return paths.flatMap((path) => {
    if (monotonicMs() > deadlineMs) throw late(path);
    const source = librarySourceOf(path);
    if (source === undefined) return [];
    const before = kept?.recall(path);
    if (before !== undefined) return [...before];
    const text = tree.read(path);
    const uses = text === undefined || !isMentioned(text) ? [] : usesIn({ path, text }, check, source);
    kept?.record({ path, text }, uses);
    return uses;
  });
}

function usesIn({ path, text }: { path: string; text: string }, check: StackCheck, source: LibrarySource): LibraryUse[] {
  const choose = choiceTest(check, source);
  return distinct(source.read(path, text)).flatMap((sighting) => {
    const choice = choose(sighting);
    return choice === undefined ? [] : [{ path, kind: source.kind, ...choice, start: sighting.start, end: sighting.end }];
  });
}

function distinct(sightings: readonly Sighting[]): Sighting[] {
  return [...new Map(sightings.map((sighting) => [sighting.start, sighting])).values()];
}

/** How far the migration is, in files that import any library for the concern. Known only where all files were looked at. */
function progressOf(uses: readonly LibraryUse[]): (entry: string) => string {
  const imports = uses.filter(({ kind }) => kind === 'code');
  const all = new Set(imports.map(({ path }) => path)).size;
  return (entry) => {
    const left = new Set(imports.filter((use) => use.entry === entry).map(({ path }) => path)).size;
    if (left === 0) return `no file imports ${entry}`;
    return `${entry} still in ${left} of ${all} ${all === 1 ? 'file that imports' : 'files that import'} any`;
  };
}

function late(path: string): GuardrailError {
  return new GuardrailError(`The time to look for libraries was up at ${path}.`, {
    code: 'deadline',
    facts: { path },
    fix: 'Run `tackroom check`, which has no such limit.',
  });
}
