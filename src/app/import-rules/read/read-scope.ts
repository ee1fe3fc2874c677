import { globSchema } from '#kernel/records/glob.ts';
import type { Scope } from '../piece.ts';

/** Each tool's word for the files that its rules are about. */
const globKeys = ['globs', 'applyTo', 'paths'];

/**
 * What the front matter of a rule file says of its files. By lines, because these tools read what YAML cannot:
 * `globs: *.ts,*.tsx` begins with an alias. `folder`: the part of the repository that the file speaks of.
 */
export function readScope(frontMatter: string, folder: string): Scope {
  const fields = readFields(frontMatter);
  const written = globKeys.flatMap((key) => splitGlobs(fields.get(key) ?? ''));
  const globs = written.flatMap((glob) => ({ written: glob, made: inRepository(glob, folder) }));
  const files = globs.flatMap(({ made }) => (globSchema.safeParse(made).success ? [made] : []));
  const refused = globs.flatMap(({ written: glob, made }) => (globSchema.safeParse(made).success ? [] : [glob]));
  const when = unquoted(fields.get('description') ?? '');
  const all = folder === '' ? '**' : `${folder}/**`;
  const takesAll = files.every((glob) => glob.startsWith('!'));
  return { files: [...new Set(takesAll ? [all, ...files] : files)], ...(when === '' ? {} : { when }), refused };
}

/** A list below a key becomes one value with commas. */
function readFields(frontMatter: string): Map<string, string> {
  const fields = new Map<string, string>();
  let key = '';
  for (const line of frontMatter.split('\n')) {
    const [, name, value = ''] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    const entry = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (name !== undefined) {
      key = name;
      fields.set(key, value.trim());
    } else if (entry !== undefined && key !== '') {
      fields.set(key, [fields.get(key) ?? '', entry.trim()].filter((part) => part !== '').join(','));
    }
  }
  return fields;
}

/** Commas between braces are part of a glob. */
function splitGlobs(value: string): string[] {
  const list = value.replace(/^\[(.*)\]$/, '$1');
  const parts = list.match(/(?:[^,{]|\{[^}]*\}?)+/g) ?? [];
  return parts.map((part) => unquoted(part.trim())).filter((part) => part !== '');
}

/** A name without a folder is meant at any depth, as in a gitignore; a folder means all that is in it. */
function inRepository(glob: string, folder: string): string {
  if (glob.startsWith('!')) return `!${inRepository(glob.slice(1), folder)}`;
  const plain = glob.replace(/^(?:\.?\/)+/, '');
  const deep = plain.includes('/') || plain.startsWith('**') ? plain : `**/${plain}`;
  const whole = deep.endsWith('/') ? `${deep}**` : deep;
  return folder === '' ? whole : `${folder}/${whole}`;
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2').trim();
}
