import { monotonicMs } from '#kernel/clock.ts';
import type { StackCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { keptHits } from '../run/kept-hits.ts';
import { useFinder } from './find-uses.ts';
import { heardUses } from './hear-libraries.ts';
import { keptUses } from './kept-uses.ts';
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
  const heard = heardUses(tree, JSON.stringify(check));
  const find = useFinder(check);
  return paths.flatMap((path) => {
    if (monotonicMs() > deadlineMs) throw late(path);
    if (librarySourceOf(path) === undefined) return [];
    const before = kept?.recall(path);
    if (before !== undefined) return [...before];
    const text = heard?.has(path) === true ? undefined : tree.read(path);
    const uses = heard?.get(path) ?? (text === undefined ? [] : find(path, text));
    kept?.record(path, uses);
    return [...uses];
  });
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
