import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { kindRunners } from '../run/kind-runners.ts';
import { applyReplacements } from './apply-replacements.ts';

/** A file's text with the rule's fix applied to all that it finds there. */
export function fixFile(rule: CompiledRule, path: string, text: string): string {
  const runner = kindRunners[rule.check.kind];
  const hits = runner?.scope === 'file' ? runner.checkFile([rule], { path, text }).flatMap((found) => found.hits) : [];
  return applyReplacements(text, hits);
}
