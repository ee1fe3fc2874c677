import type { SessionLedger } from './session-ledger.ts';

/** What work is judged by, and what calls us: pages and settings, hook wiring, the orchestrator's contract, CI. */
const harnessPath =
  /^(?:harness\/|\.claude\/settings(?:\.local)?\.json$|\.codex\/(?:hooks\.json|config\.toml)$|WORKFLOW\.md$|\.github\/workflows\/|\.gitlab-ci\.yml$|\.ci\/)/;

export function isHarnessPath(path: string): boolean {
  return harnessPath.test(path);
}

/** Paths of the harness among these that the session has not been spoken to about in this context window. */
export function unsaidHarnessPaths(paths: readonly string[], ledger: SessionLedger): string[] {
  return paths.filter((path) => isHarnessPath(path) && !ledger.told.has(harnessKey(path)));
}

/** How ledger and claims know that it was said. */
export function harnessKey(path: string): string {
  return `harness@${path}`;
}

/** An agent may change the harness while a person is there, but not in passing. Empty without paths. */
export function renderHarnessNotice(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const named = paths.slice(0, 3).join(', ');
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  const many = paths.length > 1;
  return `Tackroom: ${named}${more} ${many ? 'belong' : 'belongs'} to the harness that work is judged by. Tell the person that you changed ${many ? 'them' : 'it'}, and why.`;
}
