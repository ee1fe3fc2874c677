import type { CruiserRule } from './cruiser-rules.ts';

/** More pages would be the repository written down again. */
const mostValues = 60;

type Sides = Pick<CruiserRule, 'from' | 'to'>;

/**
 * A rule whose target speaks of what a group of `from.path` matched (`$1`), as one rule for each of the values that the group
 * has among the files there are: `^src/([^/]+)/` and `^src/$1/` become one for each folder in `src`. Or why that cannot be.
 */
export function unrollGroups({ from, to }: Sides, paths: readonly string[]): { rules: Sides[]; groups: boolean } | string {
  if (!/\$\d/.test(JSON.stringify(to))) return { rules: [{ from, to }], groups: false };
  const { path: source } = from;
  if (typeof source !== 'string' || /\$(?!1)\d/.test(JSON.stringify(to)))
    return 'only `$1` of one regular expression in `from.path` can be unrolled';
  const group = firstGroup(source);
  if (group === undefined) return 'its group for `$1` holds others';
  const values = valuesOf(source, paths);
  if (values.length === 0) return 'no file matches `from.path` yet, so there is nothing to unroll `$1` over';
  if (values.length > mostValues) return `\`$1\` has ${values.length} values in this repository, over ${mostValues}`;
  const rules = values.map((value) => {
    const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const path = `${source.slice(0, group.start)}${escaped}${source.slice(group.end)}`;
    return { from: { ...from, path }, to: withValue(to, escaped) };
  });
  return { rules, groups: true };
}

/** Where the first group that captures stands; undefined where it holds a group itself, or there is a second. */
function firstGroup(source: string): { start: number; end: number } | undefined {
  const groups = [...source.matchAll(/\((?!\?)[^()]*\)/g)];
  const [group] = groups;
  const opened = source.match(/(?<!\\)\((?!\?)/g)?.length ?? 0;
  return group === undefined || opened !== 1 ? undefined : { start: group.index, end: group.index + group[0].length };
}

function valuesOf(source: string, paths: readonly string[]): string[] {
  try {
    const pattern = new RegExp(source);
    return [...new Set(paths.flatMap((path) => pattern.exec(path)?.[1] ?? []))].sort();
  } catch {
    return [];
  }
}

function withValue(to: Sides['to'], value: string): Sides['to'] {
  const put = (text: unknown): unknown => (typeof text === 'string' ? text.replaceAll('$1', () => value) : text);
  return Object.fromEntries(Object.entries(to).map(([key, one]) => [key, Array.isArray(one) ? one.map(put) : put(one)]));
}
