import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { FileRunner } from '../kind/check-kind.ts';
import { structureRunner } from './structure-runner.ts';

/** For structure rules that look at nothing but the text of one file: what they find is remembered. */
export function lengthRunner({ check }: CompiledRule): FileRunner | undefined {
  return Object.keys(check).every((key) => textKeys.has(key)) ? runner : undefined;
}

const textKeys: ReadonlySet<string> = new Set(['kind', 'maxLines', 'maxFunctionLines']);

const runner: FileRunner = {
  scope: 'file',
  lasting: true,
  checkFile(rules, { path, text }) {
    const tree = { paths: () => [path], has: (other: string) => other === path, read: () => text };
    return rules.map((rule) => ({ rule, hits: structureRunner.checkTree(rule, { tree, paths: [path], whole: false }) }));
  },
};
