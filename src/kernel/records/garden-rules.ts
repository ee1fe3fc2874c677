import type { Priority } from './priority.ts';

/** A rule of `tackroom garden`: how bad a breach is unless the settings say otherwise (decision 0022), what it is about, what to do. */
interface GardenRuleWords {
  priority: Priority;
  title: string;
  fix: string;
}

/** The rules of `tackroom garden`, those that mislead before those that are untidy. */
export const gardenRules = {
  'dead-link': {
    priority: 'P2',
    title: 'Links lead somewhere',
    fix: 'Correct the path, or take the link out; `tackroom garden --fix` follows files that were moved.',
  },
  'dead-anchor': {
    priority: 'P2',
    title: 'Links to headings find them',
    fix: 'Name the heading as it is called now; `tackroom garden --fix` follows headings that were renamed slightly or moved.',
  },
  'missing-path': {
    priority: 'P2',
    title: 'Files that pages name are there',
    fix: 'Name the file that does this now, or say that it is gone.',
  },
  'missing-symbol': {
    priority: 'P2',
    title: 'Names in code that pages speak of exist',
    fix: 'Name what does this now, or say that it is gone.',
  },
  'missing-script': { priority: 'P2', title: 'Commands that pages give can be run', fix: 'Name the script that there is, or add it.' },
  'missing-command': {
    priority: 'P2',
    title: 'Commands of Tackroom that pages give exist',
    fix: 'Run `tackroom --help` for the commands there are.',
  },
  'superseded-cited': {
    priority: 'P2',
    title: 'What is cited holds',
    fix: 'Cite the decision that holds now, or say that this one is superseded.',
  },
  contradiction: {
    priority: 'P2',
    title: 'Rules do not contradict each other',
    fix: 'Decide which holds, and take the other out or say for which files it is.',
  },
  orphan: {
    priority: 'P3',
    title: 'Every document can be found',
    fix: 'Link to it from the page where somebody would look for it, or delete it.',
  },
  stale: {
    priority: 'P3',
    title: 'Pages keep up with what they are about',
    fix: 'Compare the page with the files, mend it, and set `reviewed` to today where it has that key.',
  },
  'missing-owner': {
    priority: 'P3',
    title: 'Somebody answers for every page',
    fix: 'Add `owner` to its front matter, or a line to CODEOWNERS.',
  },
  'long-hub': {
    priority: 'P3',
    title: 'The hub is short',
    fix: 'Keep the steps and where to look; move the rest into pages that AGENTS.md links to.',
  },
  'hub-steps': { priority: 'P3', title: 'The hub has steps', fix: 'Say in a numbered list what an agent does first, next and last.' },
  'duplicate-bullet': { priority: 'P3', title: 'A rule is said once', fix: 'Keep one of the two, and link to it where the other stood.' },
  'plan-left-active': {
    priority: 'P3',
    title: 'Active plans are active',
    fix: 'Move it to docs/plans/completed and set its status, or bring it up to date; `tackroom garden --fix` moves finished ones.',
  },
} as const satisfies Record<string, GardenRuleWords>;

export type GardenRule = keyof typeof gardenRules;
