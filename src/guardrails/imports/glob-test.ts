import { lazyRequire } from './lazy-require.ts';

/** True where a glob matches and none that starts with `!` does; globs of exclusions alone match all the rest. */
export function globTest(globs: readonly string[]): (text: string) => boolean {
  const picomatch: typeof import('picomatch') = lazyRequire('picomatch');
  const included = globs.filter((glob) => glob !== '' && !glob.startsWith('!'));
  const excluded = globs.filter((glob) => glob.length > 1 && glob.startsWith('!')).map((glob) => glob.slice(1));
  const includes = included.length === 0 ? () => true : picomatch(included, { dot: true, flags: 's' });
  const excludes = excluded.length === 0 ? () => false : picomatch(excluded, { dot: true, flags: 's' });
  return (text) => includes(text) && !excludes(text);
}
