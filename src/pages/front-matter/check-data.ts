import type * as z from 'zod';
import type { Mistake } from '../mistake.ts';
import { describeIssue, type SchemaMistake } from './describe-issue.ts';
import type { YamlSource } from './parse-yaml.ts';

/** Data that fits its schema, or every way in which it does not, each at its place. */
export function checkData<T>(schema: z.ZodType<T>, source: YamlSource): { data?: T; mistakes: Mistake[] } {
  const input = source.data ?? {};
  const result = schema.safeParse(input);
  if (result.success) return { data: result.data, mistakes: [] };
  const found = result.error.issues.flatMap((issue) => describeIssue(issue, { schema, data: input }));
  return { mistakes: withoutEchoes(found).map((mistake) => place(mistake, source)) };
}

/** A misspelt key is unknown and leaves the right one missing: that is one mistake, not two. */
function withoutEchoes(found: readonly SchemaMistake[]): SchemaMistake[] {
  const meant = new Set(
    found.flatMap(({ keys, meant }) => (meant === undefined ? [] : [JSON.stringify([...keys.slice(0, -1).map(String), meant])])),
  );
  return found.filter(({ code, keys }) => code !== 'missing-key' || !meant.has(JSON.stringify(keys.map(String))));
}

function place({ keys, at, code, message, fix }: SchemaMistake, source: YamlSource): Mistake {
  return { ...source.place(keys, at), code, message, ...(fix === undefined ? {} : { fix }) };
}
