import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { textsOf } from '../edges/texts-of.ts';
import type { KnowledgeGraph } from '../graph.ts';
import type { PageFacts } from '../ground-index.ts';
import { type UnitTerms, unitTerms } from './postings.ts';
import { type SectionText, sectionsOf } from './sections-of.ts';

export interface ReadPage {
  facts: PageFacts;
  /** Of its sections, then of its bullets. */
  units: UnitTerms[];
}

/** What there is to say of a document for reading lists. `countTokens` is asked for the text of each section. */
export function readPageFacts(document: KnowledgeDocument, graph: KnowledgeGraph, countTokens: (text: string) => number): ReadPage {
  const { path, kind, title } = document;
  const sections = sectionsOf(document);
  const facts: PageFacts = {
    path,
    kind: kind ?? 'document',
    title: graph.decisions.get(path)?.title ?? title,
    says: firstWords(document),
    sections: sections.map(({ text, slug, title: heading, depth }) => ({ slug, title: heading, depth, tokens: countTokens(text) })),
    leadsTo: leadsTo(path, graph),
    ...ofWatcher(document),
    ...ofState(document, graph),
    ...ofJourney(document),
  };
  return { facts, units: [...sections.map((section) => sectionTerms(section, facts)), ...bulletTerms(facts)] };
}

/** Examples show what is wrong in other places; they say less of what a page is about. */
function sectionTerms({ text, title, depth }: SectionText, page: PageFacts): UnitTerms {
  const isExample = page.kind === 'guardrail' && /^examples$/i.test(title);
  return unitTerms([
    { text: withoutSigns(text), weight: isExample ? 0.5 : 1 },
    { text: title, weight: 2 },
    { text: page.title, weight: depth < 2 ? 2 : 1 },
    { text: page.path.replace(/\.\w+$/, ''), weight: depth < 2 ? 1 : 0.5 },
  ]);
}

/** Signs in the front matter are expressions over code: what a page is about they say in no words. */
function withoutSigns(text: string): string {
  return text.startsWith('---\n') ? text.replace(/^signs:.*\n(?:[ \t-].*\n|\n)*/m, '') : text;
}

function bulletTerms({ bullets = [], name = '' }: PageFacts): UnitTerms[] {
  return bullets.map(({ id, text }) =>
    unitTerms([
      { text, weight: 1 },
      { text: id, weight: 2 },
      { text: name, weight: 0.5 },
    ]),
  );
}

function firstWords({ paragraphs, bodyLine }: KnowledgeDocument): string {
  const first = paragraphs.find(({ text, line }) => line >= bodyLine && !/^(?:[*_]*(?:status|date)\b|\[!)/i.test(text));
  return (first?.text ?? '').replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1').slice(0, 240);
}

function leadsTo(path: string, { edgesFrom }: KnowledgeGraph): string[] {
  const edges = (edgesFrom.get(path) ?? []).filter(({ kind }) => kind === 'links' || kind === 'names');
  return [...new Set(edges.map(({ to }) => to.split('#')[0] ?? to))].filter((to) => to !== path);
}

function ofWatcher({ kind, frontMatter, entries }: KnowledgeDocument): Partial<PageFacts> {
  if (kind !== 'guardrail' && kind !== 'persona') return {};
  const globs = textsOf(frontMatter.get('files'));
  const [name] = textsOf(frontMatter.get(kind === 'guardrail' ? 'id' : 'name'));
  const [priority] = textsOf(frontMatter.get('priority'));
  const bullets = entries.flatMap(({ text }) => {
    const [, id, said] = /^\[([a-z0-9-]+)\]\s*(.*)$/s.exec(text) ?? [];
    return id === undefined || said === undefined ? [] : [{ id, text: said }];
  });
  return {
    globs,
    ...(name === undefined ? {} : { name }),
    ...(kind === 'persona' ? { bullets } : {}),
    ...(kind === 'guardrail' && priority !== undefined ? { priority } : {}),
  };
}

function ofState({ path, kind, frontMatter }: KnowledgeDocument, graph: KnowledgeGraph): Partial<PageFacts> {
  const decision = graph.decisions.get(path);
  const plan = graph.plans.get(path);
  return {
    ...(decision === undefined ? {} : { decision: { state: decision.state, replacedBy: replacementsOf(path, graph) } }),
    ...(plan === undefined ? {} : { plan: { stage: plan.stage, ...plan.boxes } }),
    ...(kind === 'design' && frontMatter.get('status') === 'superseded' ? { isOutdated: true as const } : {}),
  };
}

/** Either of the two may say so. */
function replacementsOf(path: string, { edgesTo }: KnowledgeGraph): string[] {
  return (edgesTo.get(path) ?? []).filter(({ kind }) => kind === 'supersedes').map(({ from }) => from);
}

function ofJourney({ kind, frontMatter, entries }: KnowledgeDocument): Partial<PageFacts> {
  if (kind !== 'journey') return {};
  return {
    screens: textsOf(frontMatter.get('screens')),
    routes: textsOf(frontMatter.get('routes')),
    steps: entries.filter(({ isNumbered }) => isNumbered).map(({ text }) => text),
  };
}
