import { type Decision, decisionSchema } from '#kernel/records/decision.ts';
import { findSections } from '../body/find-sections.ts';
import { plainText } from '../body/plain-text.ts';
import { pageName } from '../page-kinds.ts';
import type { PageSource } from './page-source.ts';

export interface DecisionFacts {
  number?: number;
  status?: string;
  date?: string;
}

/**
 * Number, status and date of a decision, wherever its tool keeps them: the front matter (MADR 3 and later), bullets
 * such as `* Status: accepted` (MADR 2), or a `Date:` line and a section `## Status` (adr-tools).
 */
export function readDecision(source: PageSource, frontMatter: Decision): DecisionFacts {
  const number = /^\d+/.exec(pageName(source.page.path))?.[0];
  const status = frontMatter.status ?? field(source, 'Status') ?? statusSection(source);
  const date = frontMatter.date ?? field(source, 'Date');
  return {
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(status === undefined ? {} : { status: status.toLowerCase() }),
    ...(date === undefined ? {} : { date }),
  };
}

function field({ page }: PageSource, name: string): string | undefined {
  return new RegExp(`^(?:[*-] +)?${name}: *(\\S.*)$`, 'im').exec(page.body)?.[1]?.trim();
}

/** The first line counts: below it adr-tools lists the decisions that this one amends or is amended by. */
function statusSection({ root }: PageSource): string | undefined {
  return plainText(findSections(root, 'Status').flatMap(({ nodes }) => nodes)).split('\n')[0] || undefined;
}

/** Values of another form, such as the placeholders of a template, count as absent: other tools' files are never wrong here. */
export function lenientDecision(data: unknown): Decision {
  const input = data ?? {};
  const result = decisionSchema.safeParse(input);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map(({ path }) => String(path[0])));
  return decisionSchema.parse(Object.fromEntries(Object.entries(input).filter(([key]) => !wrong.has(key))));
}
