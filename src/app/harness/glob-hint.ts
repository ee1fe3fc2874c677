import { groupBy } from '#kernel/group-by.ts';
import { nearest } from '#pages/nearest.ts';

/** What the author of globs that match nothing may have meant: a folder that is spelt or lies otherwise, other extensions. */
export function globHint(globs: readonly string[], paths: readonly string[]): string | undefined {
  const folders = [...new Set(paths.flatMap(foldersOf))];
  for (const glob of globs.filter((one) => !one.startsWith('!'))) {
    const hint = folderHint(glob, folders) ?? extensionHint(glob, paths);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

/** `a`, `a/b` of `a/b/c.ts`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function folderHint(glob: string, folders: readonly string[]): string | undefined {
  const base = baseOf(glob);
  if (base === '' || folders.includes(base)) return undefined;
  const near = folders.find((folder) => folder.endsWith(`/${base}`) || letters(folder) === letters(base)) ?? nearest(base, folders);
  return near === undefined ? `There is no folder \`${base}\`.` : `There is no folder \`${base}\`. Did you mean \`${near}\`?`;
}

/** The same for `scr` and `src`: of a short name two wrong letters are too many for `nearest`. */
function letters(word: string): string {
  return [...word].sort().join('');
}

/** The folders that a glob names before its first wildcard. */
function baseOf(glob: string): string {
  const parts = glob.split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join('/');
}

const mostExtensions = 3;

/** Only under a folder that is there: of the whole repository nothing follows, its first file of a language may be still to come. */
function extensionHint(glob: string, paths: readonly string[]): string | undefined {
  const base = baseOf(glob);
  if (base === '') return undefined;
  const wanted = extensionsOf(glob);
  const present = count(paths.filter((path) => path.startsWith(`${base}/`)).flatMap((path) => /[^/]\.(\w+)$/.exec(path)?.[1] ?? []));
  if (wanted.length === 0 || present.length === 0 || wanted.some((extension) => present.includes(extension))) return undefined;
  const shown = present.slice(0, mostExtensions).map((extension) => `.${extension}`);
  return `\`${base}\` has no file with .${wanted.join(', .')}; it has files with ${shown.join(', ')}.`;
}

/** Of `*.ts` and `*.{ts,tsx}`; none where the last part of the glob leaves them open. */
function extensionsOf(glob: string): string[] {
  const [, several, one] = /\.(?:\{([\w,]+)\}|(\w+))$/.exec(glob) ?? [];
  return several?.split(',') ?? (one === undefined ? [] : [one]);
}

/** Each once, the most frequent first. */
function count(words: readonly string[]): string[] {
  return [...groupBy(words, (word) => word)].sort(([, a], [, b]) => b.length - a.length).map(([word]) => word);
}
