import { blankOut } from '../blank-out.ts';
import type { LibrarySource, Sighting } from '../library-source.ts';

const longStrings = /"""[\s\S]*?"""|'''[\s\S]*?'''/g;
const statement =
  /^[ \t]*(?:from[ \t]+(?<from>[\w.]+)[ \t]+import[ \t]+(?<members>\([^)]{0,5000}\)?|[^\n#;]*)|import[ \t]+(?<modules>[^\n#;]+))/gm;

export const pythonImports: LibrarySource = {
  kind: 'code',
  speaks: (path) => /\.pyi?$/.test(path),
  canonical: (name) => name.toLowerCase().replaceAll('-', '_'),
  separators: ['.'],
  read: (_path, text) =>
    [...blankOut(text, longStrings).matchAll(statement)].flatMap((match): Sighting[] => {
      const { from, members = '', modules } = match.groups ?? {};
      if (modules !== undefined) return importedModules(modules, match.index + match[0].length - modules.length);
      if (from === undefined || from.startsWith('.')) return [];
      const start = match.index + match[0].indexOf(from, match[0].indexOf('from') + 'from'.length);
      // `from google.cloud import logging` names a module below a namespace.
      const below = [...members.matchAll(/\w+/g)].map(([name]) => `${from}.${name}`);
      return [{ names: [from, ...below], start, end: start + from.length }];
    }),
};

function importedModules(modules: string, offset: number): Sighting[] {
  return [...modules.matchAll(/(?<=^|,)\s*([\w.]+)/g)].flatMap((match) => {
    const [whole, name = ''] = match;
    const start = offset + match.index + whole.length - name.length;
    return [{ names: [name], start, end: start + name.length }];
  });
}
