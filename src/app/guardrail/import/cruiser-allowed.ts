import { groupBy } from '#kernel/group-by.ts';
import { edgeExamples } from './cruiser-examples.ts';
import type { CruiserRules } from './cruiser-extends.ts';
import { type CruiserPlace, type Made, pageOf } from './cruiser-page.ts';
import { type Forbidden, type Side, sideOf, without } from './cruiser-sides.ts';

/** Globs, everything, or the packages. */
type Target = readonly string[] | 'everything' | 'packages';

interface Allowed {
  /** Empty: any file. */
  from: readonly string[];
  to: Target;
}

/**
 * What is allowed, turned round: everything else is forbidden. That can be told in globs where the sides `from` of any two rules are
 * the same, or lie in different folders, and where packages are free to all. Undefined where nothing is said of it.
 */
export function allowedPage(
  { allowed, allowedSeverity }: Pick<CruiserRules, 'allowed' | 'allowedSeverity'>,
  { paths, source }: CruiserPlace,
): Made | undefined {
  if (allowed.length === 0) return undefined;
  const rules: Allowed[] = [];
  for (const written of allowed) {
    const rule = readAllowed(written);
    if (typeof rule === 'string') return { why: rule };
    rules.push(rule);
  }
  const folders = foldersOf(paths);
  const why = whyNot(rules, folders);
  if (why !== undefined) return { why };
  const forbidden = turnedRound(rules, folders);
  const about = { name: 'not-in-allowed', severity: allowedSeverity, comment: 'This import is none of those that are allowed.', allowed };
  const lost = ['what lies at the top in folders that are not there yet'];
  return { page: pageOf(about, { check: { forbidden }, examples: forbidden.map(edgeExamples).join('\n'), lost }, source) };
}

function readAllowed({ from, to }: CruiserRules['allowed'][number]): Allowed | string {
  const importers = sideOf(from);
  if (typeof importers === 'string') return importers;
  if (importers.except.length > 0) return 'a `from` that takes something out cannot be turned round in globs';
  const target = targetOf(to);
  return 'why' in target ? target.why : { from: importers.globs, to: target.to };
}

/** `^node_modules` stands for the packages. */
function targetOf(to: Record<string, unknown>): { to: Target } | { why: string } {
  if (Object.keys(to).length === 0) return { to: 'everything' };
  if (Object.keys(to).length === 1 && typeof to.path === 'string' && /^\^?\(?node_modules/.test(to.path)) return { to: 'packages' };
  const side: Side | string = sideOf(to);
  if (typeof side === 'string') return { why: side };
  return side.except.length === 0 ? { to: side.globs } : { why: 'a `to` that takes something out cannot be turned round in globs' };
}

function whyNot(rules: readonly Allowed[], folders: readonly string[]): string | undefined {
  const forAll = rules.filter(({ from }) => from.length === 0).map(({ to }) => to);
  if (forAll.includes('everything')) return 'it allows everything, so nothing is forbidden';
  if (!forAll.includes('packages'))
    return 'not all files may import packages (`from: {}, to: { path: "^node_modules" }`), and kind imports has no word for all packages';
  if (folders.length === 0) return 'there is no folder with code yet whose imports could be forbidden';
  const importers = [...groupBy(rules, ({ from }) => from.join('\n')).values()].flatMap(([first]) =>
    first?.from.length ? [first.from] : [],
  );
  const overlap = importers.some((one, index) => importers.slice(index + 1).some((other) => mayOverlap(one, other)));
  return overlap ? 'two of its `from` overlap without being the same' : undefined;
}

/** One entry for each `from`, and one for the files that none of them names. */
function turnedRound(rules: readonly Allowed[], folders: readonly string[]): Forbidden[] {
  const groups = groupBy(rules, ({ from }) => from.join('\n'));
  const forAll = globsOf(groups.get('') ?? []);
  const named = [...groups.values()].flatMap((group) => (group[0]?.from.length ? [{ from: group[0].from, group }] : []));
  const entries = named.flatMap(({ from, group }): Forbidden[] =>
    group.some(({ to }) => to === 'everything') ? [] : [{ from: [...from], to: [...folders, ...without([...forAll, ...globsOf(group)])] }],
  );
  const others = without(named.flatMap(({ from }) => from));
  return [...entries, { from: ['**', ...others], to: [...folders, ...without(forAll)] }];
}

function globsOf(rules: readonly Allowed[]): string[] {
  return rules.flatMap(({ to }) => (typeof to === 'string' ? [] : to));
}

/** By the folders that are written out at the beginning of each glob. */
function mayOverlap(one: readonly string[], other: readonly string[]): boolean {
  const heads = (globs: readonly string[]) => globs.map((glob) => /^[^*?[{(]*/.exec(glob)?.[0] ?? '');
  return heads(one).some((a) => heads(other).some((b) => a.startsWith(b) || b.startsWith(a)));
}

/** What lies at the top, as globs: no package has such a name. */
function foldersOf(paths: readonly string[]): string[] {
  const code = paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && path.includes('/') && !path.startsWith('.'));
  return [...new Set(code.map((path) => `${path.slice(0, path.indexOf('/'))}/**`))].sort();
}
