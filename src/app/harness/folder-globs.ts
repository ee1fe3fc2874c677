import type { RuleProblem } from '#guardrails/compile-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { isFolder } from '#platform/files/read-inside.ts';

/** `files: ["src"]`: globs match files, so one that names a folder of the repository matches nothing. */
export function folderGlobs(root: string, pages: readonly GuardrailPage[]): RuleProblem[] {
  return pages.flatMap(({ path: page, guardrail }) =>
    (guardrail.files ?? []).flatMap((glob, index) => {
      const folder = glob.replace(/^!/, '');
      if (/[*?[\]{}()\\]/.test(folder) || !isFolder(root, folder)) return [];
      const message = `\`${folder}\` is a folder, and globs match files: this one matches nothing.`;
      return [{ page, at: ['files', index], message, fix: `Write \`${glob}/**\`.` }];
    }),
  );
}
