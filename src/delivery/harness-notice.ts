import type { Remark } from './remark.ts';

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
