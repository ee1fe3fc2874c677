import type * as z from 'zod';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { checkData } from './front-matter/check-data.ts';
import { normalizeText } from './front-matter/normalize-text.ts';
import { parseYaml } from './front-matter/parse-yaml.ts';
import { unreadable } from './harness/unreadable.ts';

/** YAML of a repository that is no page, against its schema; `path` is relative to `root`. There are data only where nothing is wrong. */
export function readDataFile<T>(
  root: string,
  path: string,
  about: { schema: z.ZodType<T>; maxChars: number },
): { data?: T; problems: PageProblem[] } {
  const text = readInside(root, path);
  if (text === undefined) return { problems: [unreadable(root, path)] };
  const { source, mistakes } = parseYaml(normalizeText(text), 1, about.maxChars);
  const { data, mistakes: wrong } = source === undefined ? { mistakes } : checkData(about.schema, source);
  return { ...(data === undefined ? {} : { data }), problems: wrong.map((mistake) => ({ path, ...mistake })) };
}
