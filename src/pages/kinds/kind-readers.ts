import type * as z from 'zod';
import { automationSchema } from '#kernel/records/automation.ts';
import { designSchema } from '#kernel/records/design.ts';
import { guardrailSchema } from '#kernel/records/guardrail.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { journeySchema } from '#kernel/records/journey.ts';
import { lessonSchema } from '#kernel/records/lesson.ts';
import type { Page, PageKind } from '#kernel/records/page.ts';
import { personaSchema } from '#kernel/records/persona.ts';
import { planSchema } from '#kernel/records/plan.ts';
import { runbookSchema } from '#kernel/records/runbook.ts';
import { checkData } from '../front-matter/check-data.ts';
import type { YamlSource } from '../front-matter/parse-yaml.ts';
import type { Mistake } from '../mistake.ts';
import type { PageSource } from './page-source.ts';
import { planMistakes, planStage } from './plan-stage.ts';
import { lenientDecision, readDecision } from './read-decision.ts';
import { readGuardrail } from './read-guardrail.ts';
import { readPersona } from './read-persona.ts';

export interface KindReading {
  page?: Page | undefined;
  guardrail?: GuardrailPage | undefined;
  mistakes: Mistake[];
}

/** `yaml` is absent where the front matter could not be read: the body is looked at all the same. */
type KindReader = (source: PageSource, yaml: YamlSource | undefined) => KindReading;

export const kindReaders: Readonly<Record<PageKind, KindReader>> = {
  guardrail(source, yaml) {
    const { data, mistakes } = check(guardrailSchema, yaml);
    const { value, mistakes: inBody } = readGuardrail(source, data);
    const page: Page | undefined = data && { ...source.page, title: data.title, kind: 'guardrail', frontMatter: data };
    return { page, guardrail: value, mistakes: [...mistakes, ...inBody] };
  },
  persona(source, yaml) {
    const { data, mistakes } = check(personaSchema, yaml);
    const { value, mistakes: inBody } = readPersona(source);
    const page: Page | undefined = data && { ...source.page, ...value, kind: 'persona', frontMatter: data };
    return { page, mistakes: [...mistakes, ...inBody] };
  },
  runbook(source, yaml) {
    const { data, mistakes } = check(runbookSchema, yaml);
    return { page: data && { ...source.page, title: data.title, kind: 'runbook', frontMatter: data }, mistakes };
  },
  journey(source, yaml) {
    const { data, mistakes } = check(journeySchema, yaml);
    const page: Page | undefined = data && { ...source.page, title: data.title, kind: 'journey', frontMatter: data };
    return { page, mistakes };
  },
  automation(source, yaml) {
    const { data, mistakes } = check(automationSchema, yaml);
    const page: Page | undefined = data && { ...source.page, title: data.title, kind: 'automation', frontMatter: data };
    return { page, mistakes: [...mistakes, ...emptyBody(source)] };
  },
  lesson(source, yaml) {
    const { data, mistakes } = check(lessonSchema, yaml);
    const page: Page | undefined = data && { ...source.page, title: data.title, kind: 'lesson', frontMatter: data };
    return { page, mistakes };
  },
  design(source, yaml) {
    const { data, mistakes } = check(designSchema, yaml);
    return { page: data && { ...source.page, title: data.title ?? source.page.title, kind: 'design', frontMatter: data }, mistakes };
  },
  plan(source, yaml) {
    const { data, mistakes } = check(planSchema, yaml);
    const stage = planStage(source.page.path);
    const page: Page | undefined = data && {
      ...source.page,
      title: data.title ?? source.page.title,
      kind: 'plan',
      frontMatter: data,
      stage,
    };
    return { page, mistakes: data === undefined || yaml === undefined ? mistakes : planMistakes(data, stage, yaml) };
  },
  decision(source, yaml) {
    if (yaml === undefined) return { mistakes: [] };
    const data = lenientDecision(yaml.data);
    const title = data.title ?? source.page.title.replace(/^\d+\. +/, '');
    return { page: { ...source.page, ...readDecision(source, data), title, kind: 'decision', frontMatter: data }, mistakes: [] };
  },
};

function check<T>(schema: z.ZodType<T>, yaml: YamlSource | undefined): { data?: T; mistakes: Mistake[] } {
  return yaml === undefined ? { mistakes: [] } : checkData(schema, yaml);
}

function emptyBody({ page }: PageSource): Mistake[] {
  if (page.body.trim() !== '') return [];
  return [
    {
      line: page.bodyLine,
      column: 1,
      code: 'empty-body',
      message: 'This automation asks for nothing: its body is what the agent is asked.',
      fix: 'Write the task into the body.',
    },
  ];
}
