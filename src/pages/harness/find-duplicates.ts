import type { PageKind } from '#kernel/records/page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import type { PageName } from '../kinds/page-names.ts';
import { pageName } from '../page-kinds.ts';

export interface NamedFile {
  path: string;
  kind: PageKind;
  name: PageName;
}

/** Pages whose name another page of their kind already has. It belongs to the file that is called so, else to the first. */
export function findDuplicates(files: readonly NamedFile[]): PageProblem[] {
  const owners = new Map<string, string>();
  return files
    .toSorted((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)))
    .flatMap(({ path, kind, name: { key, text, place } }): PageProblem[] => {
      const owner = owners.get(`${kind} ${text}`);
      if (owner === undefined) {
        owners.set(`${kind} ${text}`, path);
        return [];
      }
      return [
        {
          path,
          ...place,
          code: 'duplicate-id',
          message: `The ${kind} ${key} \`${text}\` is already that of ${owner}.`,
          fix: 'Give this page a name of its own.',
        },
      ];
    });
}

function isCalledSo({ path, name }: NamedFile): boolean {
  return pageName(path) === name.text;
}
