import type { CompiledGlobs } from '#kernel/records/compiled-rules.ts';
import type { CompiledSign, GuidanceIndex, GuidanceItem, GuidanceLimits } from '#kernel/records/guidance.ts';
import type { Page, PersonaPage } from '#kernel/records/page.ts';
import type { Sign } from '#kernel/records/sign.ts';
import { rareWords } from './guidance/rare-words.ts';
import { sayPage, sayRule } from './guidance/say-item.ts';

export interface IndexOptions {
  stamp: string;
  limits: GuidanceLimits;
  /** First paragraph of the guardrail at a path; undefined where it is not in force. */
  messageOf: (path: string) => string | undefined;
  countTokens: (text: string) => number;
  compileGlobs: (globs: readonly string[]) => CompiledGlobs;
  /** Pairs of ids that ask for opposite things. */
  conflicts?: readonly (readonly [string, string])[];
}

type Draft = Omit<GuidanceItem, 'tokens' | 'depth' | 'files' | 'signs'> & {
  globs?: readonly string[];
  asWritten?: readonly Sign[];
  body: string;
};

/**
 * Everything of a harness that can be said before an agent errs. Guardrails that a program checks are not in it: whoever
 * keeps them need not hear of them, and whoever does not hears of the breach. Nor is what is superseded or done.
 */
export function makeGuidanceIndex(pages: readonly Page[], options: IndexOptions): GuidanceIndex {
  const drafts = pages.flatMap((page) => draftsOf(page, options.messageOf));
  const words = rareWords(drafts.map(({ title = '', text, body }) => `${title}\n${text}\n${body}`));
  const conflicts = new Map<string, string[]>();
  for (const [one, other] of options.conflicts ?? []) {
    conflicts.set(one, [...(conflicts.get(one) ?? []), other]);
    conflicts.set(other, [...(conflicts.get(other) ?? []), one]);
  }
  const items = drafts.map((draft, index) => finish(draft, { options, words: words[index] ?? {}, conflicts: conflicts.get(draft.id) }));
  return { stamp: options.stamp, limits: options.limits, items };
}

function finish(
  { globs, asWritten, body: _, ...draft }: Draft,
  about: { options: IndexOptions; words: Record<string, number>; conflicts: string[] | undefined },
): GuidanceItem {
  const { options, words, conflicts } = about;
  return {
    ...draft,
    tokens: options.countTokens(`- ${draft.text}\n`),
    depth: Math.max(0, ...(globs ?? []).map(depthOf)),
    ...(globs === undefined ? {} : { files: options.compileGlobs(globs) }),
    signs: (asWritten ?? []).map((sign) => compileSign(sign, options)),
    ...(asWritten === undefined ? { words } : {}),
    ...(conflicts === undefined ? {} : { conflicts }),
  };
}

function compileSign({ files, ...sign }: Sign, { compileGlobs }: IndexOptions): CompiledSign {
  return { ...sign, ...(files === undefined ? {} : { files: compileGlobs(files) }) };
}

/** Folders that a glob names before its first sign of a pattern. */
function depthOf(glob: string): number {
  return glob.startsWith('!') ? 0 : (/^[^*?[{(]*\//.exec(glob)?.[0].split('/').length ?? 1) - 1;
}

function draftsOf(page: Page, messageOf: IndexOptions['messageOf']): Draft[] {
  switch (page.kind) {
    case 'persona':
      return bulletDrafts(page);
    case 'guardrail': {
      const message = page.frontMatter.check.kind === 'judge' ? messageOf(page.path) : undefined;
      if (message === undefined) return [];
      const { id, priority, files, signs } = page.frontMatter;
      const draft = { id, kind: 'guardrail' as const, page: page.path, title: page.title, priority, text: sayRule(message, id), body: '' };
      return [{ ...draft, ...withSigns(signs), ...(files === undefined ? {} : { globs: files }) }];
    }
    case 'automation':
    case 'lesson':
      return [];
    default:
      return isInForce(page) ? [pageDraft(page)] : [];
  }
}

function bulletDrafts({ frontMatter, bullets, path, title }: PersonaPage): Draft[] {
  const { name, files, signs = {} } = frontMatter;
  return bullets.map(({ id, text }) => ({
    id: `${name}/${id}`,
    kind: 'bullet',
    page: path,
    title,
    priority: 'P2',
    text: sayRule(text, `${name}/${id}`),
    body: '',
    globs: files,
    ...withSigns(signs[id]),
  }));
}

type Document = Exclude<Page, { kind: 'persona' | 'guardrail' | 'automation' | 'lesson' }>;

function pageDraft(page: Document): Draft {
  const { kind, path, title, body, frontMatter } = page;
  return {
    id: path,
    kind,
    page: path,
    title,
    priority: 'P2',
    text: sayPage(page),
    body: body.slice(0, 2_000),
    ...withSigns(frontMatter.signs),
  };
}

function withSigns(signs: readonly Sign[] | undefined): { asWritten?: readonly Sign[] } {
  return signs === undefined ? {} : { asWritten: signs };
}

function isInForce(page: Document): boolean {
  if (page.kind === 'decision') return !/^(?:superseded|deprecated|rejected)/.test(page.status ?? '');
  if (page.kind === 'design') return page.frontMatter.status !== 'superseded';
  return page.kind !== 'plan' || page.stage === 'active';
}
