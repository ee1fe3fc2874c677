import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  lines: number;
  syntax: ts.SourceFile;
}

/** Every TypeScript file of ours that matches, parsed. Installed packages and fixtures are not ours. */
export function readSource(pattern: string): SourceFile[] {
  const exclude = ['**/node_modules/**', 'test/fixtures/**'];
  return globSync(pattern, { cwd: root, exclude }).sort().map(readOne);
}

function readOne(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return { path: file.split(path.sep).join('/'), lines: countLines(text), syntax };
}

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
