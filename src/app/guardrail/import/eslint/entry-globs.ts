import path from 'node:path';
import { globSchema } from '#kernel/records/glob.ts';
import type { EslintConfig, EslintEntry } from './read-eslint-config.ts';

/** What ESLint reads where an entry names no files, and a configuration asks it to read them. */
const everything = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}';

/** The files in which a rule of one entry holds: a later entry with the same rule replaces it in its own files. */
export function entryGlobs(
  { entries, legacy }: EslintConfig,
  { index, rule, file }: { index: number; rule: string; file: string },
): { globs: string[]; lost: string[]; why?: string } {
  const entry = entries[index];
  const base = path.posix.dirname(file) === '.' ? '' : `${path.posix.dirname(file)}/`;
  const within = (glob: string) => `${base}${legacy && !glob.includes('/') ? '**/' : ''}${glob.replace(/^\.\//, '')}`;
  const later = entries.slice(index + 1).filter((one) => one.rules[rule] !== undefined);
  if (later.some(({ files }) => files.length === 0)) return { globs: [], lost: [], why: 'a later part of the configuration replaces it' };
  const ignored = [...entries.filter(({ ignoresForAll }) => ignoresForAll), entry].flatMap((one) => one?.ignores ?? []);
  const denied = [...ignored.flatMap(folderToo), ...later.flatMap(({ files }) => files)].map((glob) => `!${within(glob)}`);
  const wanted = (entry?.files.length ? entry.files : [everything]).map((glob) => (glob === everything ? `${base}${glob}` : within(glob)));
  const all = [...wanted, ...denied];
  const globs = [...new Set(all)].filter((glob) => globSchema.safeParse(glob).success && !/^!?.*!/.test(glob.slice(1)));
  const lost = [...new Set(all)].filter((glob) => !globs.includes(glob)).map((glob) => `the glob ${glob}`);
  return {
    globs,
    lost: [...lost, ...later.flatMap(narrowed)],
    ...(globs.some((glob) => !glob.startsWith('!')) ? {} : { why: 'its globs cannot be told' }),
  };
}

/** `dist/` and `dist` leave out all that is below. */
function folderToo(glob: string): string[] {
  if (glob.endsWith('/')) return [`${glob}**`];
  return /[*.]/.test(path.posix.basename(glob)) ? [glob] : [glob, `${glob}/**`];
}

function narrowed({ files, ignores }: EslintEntry): string[] {
  return ignores.length === 0
    ? []
    : [`that a later part of the configuration replaces it in ${files.join(', ')} without ${ignores.join(', ')}`];
}
