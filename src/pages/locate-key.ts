import { normalizeText } from './front-matter/normalize-text.ts';
import { parseYaml } from './front-matter/parse-yaml.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { type Place, startOfPage } from './mistake.ts';

/**
 * Where a path of keys such as `['check', 'rule', 'any', 0]` is in the front matter of a page: the key, or the list
 * item. Where the path breaks off, its deepest part that is there; the start of the page where none is.
 */
export function locateKey(pageText: string, keys: readonly (string | number)[]): Place {
  const { frontMatter } = splitFrontMatter(normalizeText(pageText));
  if (frontMatter.kind !== 'yaml') return startOfPage;
  return parseYaml(frontMatter.text, frontMatter.line).source?.place(keys) ?? startOfPage;
}
