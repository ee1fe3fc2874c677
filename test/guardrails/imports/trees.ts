import fs from 'node:fs';
import path from 'node:path';
import { memoryTree, type Tree } from '#guardrails/tree.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';

const fixtures = fs.realpathSync(path.join(import.meta.dirname, '../../fixtures/imports'));

/** The same small repository twice: on disk, and in memory as an example on a page would hold it. */
export function fixtureTrees(leaf: string): Record<'disk' | 'memory', Tree> {
  const root = path.join(fixtures, leaf);
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const texts = Object.fromEntries(paths.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
  return { disk: worktreeTree({ root, gitDir: path.join(root, '.git') }, paths), memory: memoryTree(texts) };
}

export function fixtureRoot(leaf: string): string {
  return path.join(fixtures, leaf);
}

export function importsRule(check: Omit<ImportsCheck, 'kind'>, files: CompiledRule['files'] = {}): CompiledRule {
  return {
    id: 'imports',
    page: 'harness/guardrails/imports.md',
    priority: 'P1',
    title: 'Imports',
    message: '',
    remedy: '',
    files,
    check: { kind: 'imports', ...check },
    literals: [],
  };
}
