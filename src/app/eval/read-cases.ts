import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { type GuidanceCase, guidanceCasesSchema } from '#kernel/records/guidance-cases.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { startOfPage } from '#pages/mistake.ts';
import { nearest } from '#pages/nearest.ts';
import { readDataFile } from '#pages/read-data-file.ts';
import { listFolder } from '#platform/files/list-folder.ts';
import { harnessError } from '../harness/harness-error.ts';

const folder = 'harness/evals';

/** Edits and files stand in them word for word. */
const maxChars = 2_000_000;

/** The labelled cases of a repository; `items` are the ids that a label may name. Mistakes are one error that tells all of them. */
export function readCases(root: string, items: ReadonlySet<string>): GuidanceCase[] {
  const names = listFolder(path.join(root, folder)).filter((name) => /^guidance[^/]*\.ya?ml$/.test(name));
  if (names.length === 0)
    throw new MisuseError(`there are no labelled cases in ${path.join(root, folder)}.`, {
      code: 'no-cases',
      facts: { root },
      fix: `Write some to ${folder}/guidance.yaml: schema/guidance-cases.json of this package says how.`,
    });
  const read = names.map((name) => readDataFile(root, `${folder}/${name}`, { schema: guidanceCasesSchema, maxChars }));
  const cases = read.flatMap(({ data }) => data?.cases ?? []);
  const file = `${folder}/${names[0]}`;
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...twice(cases.map(({ id }) => id)).map((id) => problem(file, `Two cases are called \`${id}\`.`)),
    ...cases.flatMap((one) => unknownItems(one, items).map((message) => problem(file, message))),
  ];
  if (problems.length > 0) throw harnessError(problems);
  return cases;
}

function unknownItems({ id, needs, may = [] }: GuidanceCase, items: ReadonlySet<string>): string[] {
  return [...needs.map(({ item }) => item), ...may]
    .filter((item) => !items.has(item))
    .map((item) => {
      const meant = nearest(item, items);
      const hint =
        meant === undefined ? 'an item is the id of a guardrail, `persona/bullet`, or the path of a page' : `did you mean ${meant}?`;
      return `The case \`${id}\` names \`${item}\`, which this harness does not have: ${hint}`;
    });
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function problem(file: string, message: string): PageProblem {
  return { path: file, ...startOfPage, code: 'case', message };
}
