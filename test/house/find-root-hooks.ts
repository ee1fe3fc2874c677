import ts from 'typescript';
import type { SourceFile } from './read-source.ts';

const hooks = new Set(['before', 'after', 'beforeEach', 'afterEach']);

/** Hooks outside every `describe`. The rooms' tests share one process, so such a hook runs for each test of every file. */
export function findRootHooks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, syntax }) => syntax.statements.flatMap((statement) => (isHookCall(statement) ? [path] : [])));
}

function isHookCall(statement: ts.Statement): boolean {
  if (!(ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression))) return false;
  const { expression } = statement.expression;
  return ts.isIdentifier(expression) && hooks.has(expression.text);
}
