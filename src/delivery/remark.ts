import type { SessionLedger } from './session-ledger.ts';

/** Something to say that is no finding, once a context window. */
export interface Remark {
  /** What ledger and claims know it by. */
  key: string;
  text: string;
}

export function unsaidRemarks(remarks: readonly Remark[], ledger: SessionLedger): Remark[] {
  return remarks.filter(({ key }) => !ledger.told.has(key));
}

/** A line each, the first few; empty without remarks. */
export function renderRemarks(remarks: readonly Remark[]): string {
  const shown = remarks.slice(0, mostAtOnce).map(({ text }) => `Tackroom: ${text.replace(/\s+/g, ' ')}`);
  return [...shown, ...(remarks.length > mostAtOnce ? [`Tackroom: and ${remarks.length - mostAtOnce} more like these.`] : [])].join('\n');
}

const mostAtOnce = 5;

/** What work is judged by, and what calls us: pages and settings, hook wiring, the orchestrator's contract, CI. */
const harnessPath =
  /^(?:harness\/|\.claude\/settings(?:\.local)?\.json$|\.codex\/(?:hooks\.json|config\.toml)$|WORKFLOW\.md$|\.github\/workflows\/|\.gitlab-ci\.yml$|\.ci\/)/;

export function isHarnessPath(path: string): boolean {
  return harnessPath.test(path);
}

/** An agent may change the harness while a person is there, but not in passing; and a page with a mistake is not in force. */
export function harnessRemarks(paths: readonly string[], mistakes: readonly { path: string; text: string }[]): Remark[] {
  const changed = paths.filter(isHarnessPath);
  return [
    ...changed.map((path) => ({
      key: `harness@${path}`,
      text: `${path} belongs to the harness that work is judged by. Tell the person that you changed it, and why.`,
    })),
    ...mistakes
      .filter(({ path }) => changed.includes(path))
      .map(({ path, text }) => ({ key: `mistake@${path}@${text}`, text: `${text} Until this is mended the page is not in force.` })),
  ];
}
