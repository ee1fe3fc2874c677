import type { GardenRule } from '#kernel/garden-rules.ts';

/** What a rule is about, and what to do where a page breaks it. */
export interface RuleWords {
  title: string;
  fix: string;
}

export const ruleWords: Readonly<Record<GardenRule, RuleWords>> = {
  'dead-link': {
    title: 'Links lead somewhere',
    fix: 'Correct the path, or take the link out; `tackroom garden --fix` follows files that were moved.',
  },
  'dead-anchor': {
    title: 'Links to headings find them',
    fix: 'Name the heading as it is called now; `tackroom garden --fix` follows headings that were renamed slightly or moved.',
  },
  orphan: { title: 'Every document can be found', fix: 'Link to it from the page where somebody would look for it, or delete it.' },
  'missing-path': { title: 'Files that pages name are there', fix: 'Name the file that does this now, or say that it is gone.' },
  'missing-symbol': { title: 'Names in code that pages speak of exist', fix: 'Name what does this now, or say that it is gone.' },
  'missing-script': { title: 'Commands that pages give can be run', fix: 'Name the script that there is, or add it.' },
  'missing-command': { title: 'Commands of Tackroom that pages give exist', fix: 'Run `tackroom --help` for the commands there are.' },
  stale: {
    title: 'Pages keep up with what they are about',
    fix: 'Compare the page with the files, mend it, and set `reviewed` to today where it has that key.',
  },
  'missing-owner': { title: 'Somebody answers for every page', fix: 'Add `owner` to its front matter, or a line to CODEOWNERS.' },
  'long-hub': { title: 'The hub is short', fix: 'Keep the steps and where to look; move the rest into pages that AGENTS.md links to.' },
  'hub-steps': { title: 'The hub has steps', fix: 'Say in a numbered list what an agent does first, next and last.' },
  'duplicate-bullet': { title: 'A rule is said once', fix: 'Keep one of the two, and link to it where the other stood.' },
  contradiction: {
    title: 'Rules do not contradict each other',
    fix: 'Decide which holds, and take the other out or say for which files it is.',
  },
  'superseded-cited': { title: 'What is cited holds', fix: 'Cite the decision that holds now, or say that this one is superseded.' },
  'plan-left-active': {
    title: 'Active plans are active',
    fix: 'Move it to docs/plans/completed and set its status, or bring it up to date; `tackroom garden --fix` moves finished ones.',
  },
};
