import picomatch from 'picomatch';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { Watcher } from '../graph.ts';
import { textsOf } from './texts-of.ts';

/** The guardrails and personas that say which files they are for. */
export function findWatchers(documents: Iterable<KnowledgeDocument>): Watcher[] {
  return [...documents].flatMap(({ kind, path, frontMatter }) => {
    const globs = textsOf(frontMatter.get('files'));
    return (kind === 'guardrail' || kind === 'persona') && globs.length > 0 ? [{ path, globs, watches: matcher(globs) }] : [];
  });
}

/** As in a guardrail: a leading `!` takes files out again. Globs are compiled when somebody asks. */
function matcher(globs: readonly string[]): (file: string) => boolean {
  const inside = globs.filter((glob) => !glob.startsWith('!'));
  const outside = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  let tests: [(file: string) => boolean, (file: string) => boolean] | undefined;
  return (file) => {
    tests ??= [picomatch(inside, { dot: true }), outside.length === 0 ? () => false : picomatch(outside, { dot: true })];
    return tests[0](file) && !tests[1](file);
  };
}
