import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import type { EdgeRule } from './edge-rule.ts';
import { globTest } from './glob-test.ts';
import type { ImportTarget } from './language.ts';

type Forbidden = NonNullable<ImportsCheck['forbidden']>[number];

/**
 * `from` are globs of importing files. `to` are globs of what may not be imported: a path of the repository, or the name
 * of a package (`lodash`, `@acme/*`), its full specifier (`lodash/fp`) or a module of Node (`fs` and `node:fs` are one).
 * `except` are globs in the same words; an import is allowed where one matches the target or the importing file.
 */
export function forbiddenRule({ from, to, except = [] }: Forbidden): EdgeRule {
  const isFrom = remembered(globTest(from));
  const isTarget = remembered(targetTest(to));
  const isExcepted = except.length === 0 ? () => false : remembered(targetTest(except));
  const isExceptedFile = except.length === 0 ? () => false : remembered(globTest(except));
  return {
    forbids: (path, target) => isFrom(path) && isTarget(target) && !isExcepted(target) && !isExceptedFile(path),
    reason: (path, { site, target }) => `\`${path}\` may not import \`${target.kind === 'file' ? target.path : site.specifier}\``,
  };
}

/** A file has many imports, and a target many importers. */
function remembered<Key>(test: (key: Key) => boolean): (key: Key) => boolean {
  const answers = new Map<Key, boolean>();
  return (key) => {
    const answer = answers.get(key) ?? test(key);
    answers.set(key, answer);
    return answer;
  };
}

/** A target goes by several names: a `!` glob takes it out under any of them. */
function targetTest(globs: readonly string[]): (target: ImportTarget) => boolean {
  const positive = globs.filter((glob) => !glob.startsWith('!'));
  const negative = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const isIn = positive.length === 0 ? () => true : globTest(positive);
  const isOut = negative.length === 0 ? () => false : globTest(negative);
  return (target) => {
    const words = target.kind === 'file' ? [target.path, ...target.names] : target.names;
    return words.some(isIn) && !words.some(isOut);
  };
}
