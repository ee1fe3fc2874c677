import path from 'node:path';
import picomatch from 'picomatch';
import type { Forbidden } from './cruiser-sides.ts';

export const cycleExamples = [
  '```ts bad',
  '--- src/a.ts',
  "import './b.ts';",
  '--- src/b.ts',
  "import './a.ts';",
  '```',
  '```ts good',
  '--- src/a.ts',
  "import './b.ts';",
  '--- src/b.ts',
  'export {};',
  '```',
].join('\n');

/** An import that is forbidden, and the same files without it. */
export function edgeExamples({ from, to }: Forbidden): string {
  const [importer, target] = [sampleOf(from), sampleOf(to)];
  const relative = path.posix.relative(path.posix.dirname(importer), target);
  const specifier = relative.startsWith('.') ? relative : `./${relative}`;
  const files = (first: string) => [`--- ${importer}`, first, `--- ${target}`, 'export {};', '```'];
  return ['```ts bad', ...files(`import '${specifier}';`), '```ts good', ...files('export {};')].join('\n');
}

/** A file that the globs match: of the first that leaves one when the others have taken out theirs. */
function sampleOf(globs: readonly string[]): string {
  const taken = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const samples = globs
    .filter((glob) => !glob.startsWith('!'))
    .flatMap((glob) => ['example', 'other', 'third'].map((word) => fill(glob, word)));
  return samples.find((file) => !picomatch.isMatch(file, taken, { dot: true })) ?? samples[0] ?? 'example.ts';
}

function fill(glob: string, word: string): string {
  const plain = glob.replace(/\{([^,}]*)[^}]*\}/g, '$1').replace(/\*+/g, word);
  return /\.\w+$/.test(plain) ? plain : `${plain}.ts`;
}
