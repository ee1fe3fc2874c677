import { MisuseError } from '#kernel/errors.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { slugSchema } from '#kernel/records/slug.ts';
import { readPage } from '#pages/read-page.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import { findLeftOut, type LeftOut } from '../harness/find-left-out.ts';
import { modulePath, moduleTemplate, pageTemplate, type TemplateKind } from './page-templates.ts';

/** The id names a file, and file systems have their limits. */
const longestId = 100;

export interface NewGuardrail {
  cwd: string;
  id: string;
  kind: TemplateKind;
  language?: AstCheck['language'];
}

/** What became of a request for a new guardrail. */
export interface WrittenGuardrail {
  /** Paths, the page first. */
  written: string[];
  /** Where the package of its language is not installed: then neither its examples nor its rule run. */
  left?: LeftOut;
}

/** Writes the first page of a guardrail. What is there is never overwritten. */
export function newGuardrail(request: NewGuardrail): WrittenGuardrail {
  const { cwd, id, kind, language } = request;
  const root = findHarnessRoot(cwd);
  if (!slugSchema.safeParse(id).success || id.length > longestId) {
    throw new MisuseError(`${JSON.stringify(id)} is no id of a guardrail.`, {
      code: 'invalid-id',
      facts: { id },
      fix: `An id is lower-case words joined by hyphens, such as fetch-deadline, of at most ${longestId} characters.`,
    });
  }
  if (language !== undefined && kind !== 'ast')
    throw new MisuseError(`A guardrail of kind ${kind} has no language.`, {
      code: 'no-language',
      facts: { kind, language },
      fix: 'Leave --language out, or write --kind ast.',
    });
  const page = `harness/guardrails/${id}.md`;
  const target = openTarget(root, page);
  if (target.text !== undefined)
    throw new MisuseError(`${page} is there already.`, {
      code: 'page-exists',
      facts: { page },
      fix: 'Choose another id, or edit the page.',
    });
  const module = kind === 'script' ? openTarget(root, modulePath(id)) : undefined;
  const isNew = module !== undefined && module.text === undefined;
  if (isNew) stageWrite(module, moduleTemplate).commit();
  const text = pageTemplate(kind, id, language);
  stageWrite(target, text).commit();
  const { guardrail } = readPage(page, 'guardrail', text);
  const left = guardrail === undefined ? undefined : findLeftOut(root, [guardrail]);
  return { written: isNew ? [page, modulePath(id)] : [page], ...(left === undefined ? {} : { left }) };
}
