const placeholders = /\{(dir|name|ext)\}/g;

/**
 * Path of the neighbour that a file must have: `{dir}/{name}.test.{ext}` of `src/a.ts` is `src/a.test.ts`.
 * `{ext}` has no dot. Undefined where the template's `..` lead out of the repository.
 */
export function expandNeighbour(template: string, path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const base = path.slice(slash + 1);
  const dot = base.lastIndexOf('.');
  const values: Readonly<Record<string, string>> = {
    dir: slash === -1 ? '' : path.slice(0, slash),
    name: dot > 0 ? base.slice(0, dot) : base,
    ext: dot > 0 ? base.slice(dot + 1) : '',
  };
  return normalise(template.replace(placeholders, (_, key: string) => values[key] ?? ''));
}

function normalise(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
