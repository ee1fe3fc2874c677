import picomatch from 'picomatch';
import type { GuidanceCase } from '#kernel/records/guidance-cases.ts';
import type { Page } from '#kernel/records/page.ts';
import { itemsOf } from './known-items.ts';

/** What another way of telling an agent would have said in one case. */
export interface RivalTelling {
  items: string[];
  text: string;
}

/** One text that an agent is given as a whole, such as a rule file, and the items that stand in it. */
interface RuleText {
  items: string[];
  text: string;
  /** Absent: always given. */
  matches?: (path: string) => boolean;
}

/**
 * What rules by path globs alone would say: every page with globs is a rule file, given whole as soon as a file that
 * matches is touched, and what has no globs is always given: guardrails whole, documents as a line of an index.
 */
export function tellByGlobs(pages: readonly Page[]): (one: GuidanceCase) => RivalTelling {
  const rules = pages.map(ruleText);
  return ({ steps }) => {
    const paths = steps.flatMap((step) => ('run' in step ? [] : ['edit' in step ? step.edit : step.write]));
    const given = rules.filter(({ matches }) => matches === undefined || paths.some(matches));
    return { items: given.flatMap(({ items }) => items), text: given.map(({ text }) => text).join('\n\n') };
  };
}

/** What one file with everything would say, which an agent reads at the start of every session. */
export function tellEverything(pages: readonly Page[]): RivalTelling {
  return { items: pages.flatMap(itemsOf), text: pages.map((page) => `# ${page.title}\n${page.body.trim()}`).join('\n\n') };
}

function ruleText(page: Page): RuleText {
  const items = itemsOf(page);
  if (page.kind === 'persona') return { items, text: page.body.trim(), matches: globMatcher(page.frontMatter.files) };
  if (page.kind !== 'guardrail') return { items, text: `- [${page.title}](${page.path})` };
  const text = page.body.replace(/\n## Examples[\s\S]*$/, '').trim();
  const { files } = page.frontMatter;
  return files === undefined ? { items, text } : { items, text, matches: globMatcher(files) };
}

function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const included = picomatch(
    globs.filter((glob) => !glob.startsWith('!')),
    { dot: true },
  );
  const excluded = picomatch(
    globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : [])),
    { dot: true },
  );
  return (path) => included(path) && !excluded(path);
}
