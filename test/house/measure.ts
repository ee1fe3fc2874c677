import ts from 'typescript';
import type { SourceFile } from './read-source.ts';

/** Name of a place → how much of something it has. */
export type Measures = Record<string, number>;

export function fileLines(files: readonly SourceFile[]): Measures {
  return Object.fromEntries(files.map((file) => [file.path, file.lines]));
}

export function functionLines(files: readonly SourceFile[]): Measures {
  return measureFunctions(files, (node, syntax) => lineOf(syntax, node.getEnd()) - lineOf(syntax, node.getStart(syntax)) + 1);
}

/** A callback's parameters are chosen by whom it is handed to, so they are not counted. */
export function positionalParameters(files: readonly SourceFile[]): Measures {
  const isCallback = (node: ts.Node) => ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent);
  return measureFunctions(files, (node) => (isCallback(node) ? 0 : node.parameters.length));
}

/** How many doors each room has: its files on top, `src/<room>/`; of platform those of each folder (docs/decisions/0005). */
export function roomFiles(files: readonly SourceFile[]): Measures {
  const doors = files.filter(({ path }) => /^src\/(?:[^/]+|platform\/[^/]+)\/[^/]+$/.test(path));
  return count(doors.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
}

/** Comments that silence a tool. */
export function silencers(files: readonly SourceFile[]): Measures {
  const found = files.flatMap((file) => commentsOf(file.syntax).flatMap((text) => (silences.test(text) ? [file.path] : [])));
  return count(found);
}

const silences = /^.{2}\s*(?:biome-ignore|eslint-disable|oxlint-disable|knip-ignore|@ts-(?:ignore|expect-error|nocheck))/;

function measureFunctions(
  files: readonly SourceFile[],
  measure: (node: ts.SignatureDeclaration, syntax: ts.SourceFile) => number,
): Measures {
  const measures: Measures = {};
  for (const { path, syntax } of files) {
    walk(syntax, (node) => {
      if (!ts.isFunctionLike(node)) return;
      const name = `${path}#${nameOf(node)}`;
      measures[name] = Math.max(measures[name] ?? 0, measure(node, syntax));
    });
  }
  return measures;
}

/** Names, not lines: a baseline must not break when something above is edited. */
function nameOf(node: ts.Node): string {
  if (ts.isConstructorDeclaration(node)) return `${nameOf(node.parent)}.constructor`;
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    const named = (ts.isFunctionLike(at) || ts.isVariableDeclaration(at) || ts.isPropertyAssignment(at) || ts.isClassLike(at)) && at.name;
    if (named) return named.getText();
  }
  return '(anonymous)';
}

function commentsOf(syntax: ts.SourceFile): string[] {
  const starts = new Map<number, string>();
  walk(syntax, (node) => {
    for (const range of ts.getLeadingCommentRanges(syntax.text, node.getFullStart()) ?? [])
      starts.set(range.pos, syntax.text.slice(range.pos, range.end));
  });
  return [...starts.values()];
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

function lineOf(syntax: ts.SourceFile, position: number): number {
  return syntax.getLineAndCharacterOfPosition(position).line;
}

function count(names: readonly string[]): Measures {
  const counts: Measures = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
