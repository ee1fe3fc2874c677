import type { Automation } from './automation.ts';
import type { Decision } from './decision.ts';
import type { Design } from './design.ts';
import type { Guardrail } from './guardrail.ts';
import type { Journey } from './journey.ts';
import type { Lesson } from './lesson.ts';
import type { Persona } from './persona.ts';
import type { Plan } from './plan.ts';
import type { Runbook } from './runbook.ts';

/** A relative link of a page, at its place. */
export interface PageLink {
  /** Path relative to the repository; of the page itself for a link to one of its own headings. */
  target: string;
  /** What comes after `#`. */
  anchor?: string;
  line: number;
  column: number;
}

export interface PageHeading {
  /** 1 for `#`, 2 for `##` ... */
  depth: number;
  text: string;
  line: number;
}

/** One thing a persona looks for. */
export interface PersonaBullet {
  id: string;
  text: string;
  line: number;
}

/** What every page has, whatever its kind. */
export interface PageText {
  /** Path relative to the repository, with forward slashes. */
  path: string;
  /** From the front matter, else the first heading, else the file name. */
  title: string;
  /** Markdown after the front matter, with \n as its only line end. */
  body: string;
  /** Line of the page on which the body begins, from 1. */
  bodyLine: number;
  headings: PageHeading[];
  links: PageLink[];
}

export type GuardrailEntry = PageText & { kind: 'guardrail'; frontMatter: Guardrail };
export type PersonaPage = PageText & { kind: 'persona'; frontMatter: Persona; intro: string; bullets: PersonaBullet[] };
export type RunbookPage = PageText & { kind: 'runbook'; frontMatter: Runbook };
export type JourneyPage = PageText & { kind: 'journey'; frontMatter: Journey };
export type AutomationPage = PageText & { kind: 'automation'; frontMatter: Automation };
export type LessonPage = PageText & { kind: 'lesson'; frontMatter: Lesson };
export type DesignPage = PageText & { kind: 'design'; frontMatter: Design };
export type PlanPage = PageText & { kind: 'plan'; frontMatter: Plan; stage: 'active' | 'completed' };
export type DecisionPage = PageText & {
  kind: 'decision';
  frontMatter: Decision;
  /** From the file name: 7 for `0007-use-postgres.md`. */
  number?: number;
  /** In lower case and in the words of the page: `accepted`, `superseded by 12. use sqlite`; absent where it has none. */
  status?: string;
  date?: string;
};

/** A page of a harness in the index: what its kind makes of the front matter, its text and where it points. */
export type Page =
  | GuardrailEntry
  | PersonaPage
  | RunbookPage
  | JourneyPage
  | AutomationPage
  | LessonPage
  | DesignPage
  | PlanPage
  | DecisionPage;

export type PageKind = Page['kind'];
