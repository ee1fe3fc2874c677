import type { PageKind } from '#kernel/records/page.ts';
import { lookUp } from '../front-matter/look-up.ts';
import type { YamlSource } from '../front-matter/parse-yaml.ts';
import type { Mistake, Place } from '../mistake.ts';
import { pageName } from '../page-kinds.ts';

/** The name a page gives itself. */
export interface PageName {
  key: 'id' | 'name';
  text: string;
  place: Place;
}

const nameKeys: Readonly<Partial<Record<PageKind, PageName['key']>>> = {
  guardrail: 'id',
  persona: 'name',
  journey: 'id',
  automation: 'id',
  lesson: 'id',
};

/** Read before the schema is asked, so that a page with other mistakes still owns its name. */
export function readName(kind: PageKind, source: YamlSource): PageName | undefined {
  const key = nameKeys[kind];
  const text = key === undefined ? undefined : lookUp(source.data, [key]);
  return key === undefined || typeof text !== 'string' ? undefined : { key, text, place: source.place([key], 'value') };
}

/** A page is found by its file name, so its own name has to be the same. */
export function nameMistakes({ key, text, place }: PageName, path: string): Mistake[] {
  const expected = pageName(path);
  if (text === expected) return [];
  return [
    {
      ...place,
      code: 'name-mismatch',
      message: `\`${key}\` is \`${text}\`, but the file is called \`${expected}.md\`.`,
      fix: `Write \`${key}: ${expected}\`, or rename the file.`,
    },
  ];
}
