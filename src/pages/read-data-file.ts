import type * as z from 'zod';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { checkData } from './front-matter/check-data.ts';
import { normalizeText } from './front-matter/normalize-text.ts';
import { parseYaml } from './front-matter/parse-yaml.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { unreadable } from './harness/unreadable.ts';
import type { Mistake } from './mistake.ts';

/**
 * Data of a repository that are no page, against their schema: a whole file of YAML, or the front matter of a Markdown file. `path` is
 * relative to `root`. There are data only where nothing is wrong.
 */
export function readDataFile<T>(
  root: string,
  path: string,
  about: { schema: z.ZodType<T>; maxChars?: number },
): { data?: T; problems: PageProblem[] } {
  const text = readInside(root, path);
  if (text === undefined) return { problems: [unreadable(root, path)] };
  const { yaml, line, mistakes } = yamlOf(path, normalizeText(text));
  if (yaml === undefined) return { problems: mistakes.map((mistake) => ({ path, ...mistake })) };
  const { source, mistakes: inYaml } = parseYaml(yaml, line, about.maxChars);
  const { data, mistakes: wrong } = source === undefined ? { mistakes: inYaml } : checkData(about.schema, source);
  return { ...(data === undefined ? {} : { data }), problems: wrong.map((mistake) => ({ path, ...mistake })) };
}

function yamlOf(path: string, text: string): { yaml?: string; line: number; mistakes: Mistake[] } {
  if (!path.endsWith('.md')) return { yaml: text, line: 1, mistakes: [] };
  const { frontMatter } = splitFrontMatter(text);
  if (frontMatter.kind === 'yaml') return { yaml: frontMatter.text, line: frontMatter.line, mistakes: [] };
  const isUnclosed = frontMatter.kind === 'unclosed';
  const message = isUnclosed ? 'The front matter has no end.' : 'There is no front matter.';
  const fix = isUnclosed ? 'End it with a line `---`.' : 'Begin the file with its keys between two lines `---`.';
  return { line: 1, mistakes: [{ line: 1, column: 1, code: 'front-matter', message, fix }] };
}
