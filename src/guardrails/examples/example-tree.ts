import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Guardrail } from '#kernel/records/guardrail.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { madeUpPath } from './made-up-path.ts';

export type ExampleTree = { files: Record<string, string> } | { files?: undefined; why: string };

/** The small repository that an example stands for. */
export function exampleTree(example: Example, rule: CompiledRule, guardrail: Guardrail): ExampleTree {
  const files: Record<string, string> = {};
  for (const { path: ownPath, text } of example.files) {
    const path = ownPath ?? example.path ?? pathFor(example, rule, guardrail);
    if (path === undefined) return { why: 'no path could be made up that `files` of the page match; give the fence path="..."' };
    if (Object.hasOwn(files, path)) return { why: `two files are called ${path}` };
    files[path] = text;
  }
  return { files };
}

/** Where the breach is that a file is missing, a made-up path must not supply it. */
function pathFor(example: Example, rule: CompiledRule, guardrail: Guardrail): string | undefined {
  const { check } = guardrail;
  if (check.kind !== 'structure' || check.required !== true || example.verdict !== 'bad')
    return madeUpPath(example.language, guardrail, rule.files);
  return ['example.txt', 'other/example.md', 'unrelated'].find((path) => !matchesGlobs(rule.files, path));
}
