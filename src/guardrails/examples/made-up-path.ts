import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledGlobs } from '#kernel/records/compiled-rules.ts';
import type { Guardrail } from '#kernel/records/guardrail.ts';
import { expandGlob } from './expand-glob.ts';

/** Fence languages whose name is not the extension. */
const extensions: Readonly<Record<string, string>> = {
  bash: 'sh',
  'c#': 'cs',
  csharp: 'cs',
  golang: 'go',
  javascript: 'js',
  kotlin: 'kt',
  markdown: 'md',
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  shell: 'sh',
  text: 'txt',
  typescript: 'ts',
};

/** A page may take names out again: one of these is likely to stay. */
const names = ['example', 'sample', 'index', 'a'];

/**
 * A path for an example that has none: one that the page's globs match, with the extension of the fence's language
 * where the globs allow it. Without globs, any name will do. Undefined where no guess fits.
 */
export function madeUpPath(language: string, guardrail: Guardrail, compiled: CompiledGlobs): string | undefined {
  const extension = extensionOf(language, guardrail);
  const globs = (guardrail.files ?? []).filter((glob) => !glob.startsWith('!'));
  const wanted = globs.length === 0 ? ['**/*'] : globs;
  const plain = names.flatMap((name) => wanted.flatMap((glob) => expandGlob(glob, name)));
  const fitting = [...plain, ...plain.map((path) => `${path}.${extension}`)].filter(
    (path) => isPlain(path) && matchesGlobs(compiled, path),
  );
  return fitting.find((path) => path.endsWith(`.${extension}`)) ?? fitting[0];
}

/** Not a glob that was too clever to be expanded. */
function isPlain(path: string): boolean {
  return !/[*?{}[\]()]/.test(path);
}

function extensionOf(language: string, { check }: Guardrail): string {
  return fenceExtension(language === '' && check.kind === 'ast' ? check.language : language);
}

/** The extension of files in the language that a fence names. */
export function fenceExtension(spoken: string): string {
  if (Object.hasOwn(extensions, spoken)) return extensions[spoken] ?? spoken;
  return /^\w+$/.test(spoken) ? spoken : 'txt';
}
