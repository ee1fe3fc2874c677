import { nearest } from '../nearest.ts';

/**
 * The key that an unknown one was most likely meant to be: one that is spelt much alike, that it is the beginning or a part
 * of, or whose description begins with its word (`glob` to `files`, which are globs).
 */
export function nearestKey(key: string, known: ReadonlyMap<string, string | undefined>): string | undefined {
  const names = [...known.keys()];
  const low = key.toLowerCase();
  const near = nearest(key, names);
  if (near !== undefined || low.length < 3) return near;
  const only = (fits: (name: string) => boolean) => {
    const fitting = names.filter(fits);
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return (
    only((name) => name.toLowerCase().startsWith(low)) ??
    only((name) => name.length >= 3 && (name.toLowerCase().includes(low) || low.includes(name.toLowerCase()))) ??
    only((name) => (known.get(name) ?? '').toLowerCase().startsWith(low))
  );
}
