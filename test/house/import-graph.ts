import path from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './read-source.ts';

/** Path of each file under src → what it imports: paths under src, or bare specifiers as they are written. */
export type ImportGraph = Map<string, string[]>;

/** Type imports and `import()` count: who needs a type knows the room that has it. */
export function importGraph(files: readonly SourceFile[]): ImportGraph {
  return new Map(files.map((file) => [file.path, specifiersOf(file).map((specifier) => resolve(file.path, specifier))]));
}

function specifiersOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.syntax.text, true, true).importedFiles.map((imported) => imported.fileName);
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

export function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}
