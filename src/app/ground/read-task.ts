import type { Issue } from '#kernel/records/issue.ts';
import { isFolder, relativeInside } from '#platform/files/read-inside.ts';
import type { Tracker } from '#trackers/tracker.ts';
import { refuseUnknownTicket } from './refuse-unknown-ticket.ts';

export interface AskedTicket {
  issue: Issue;
  why: string;
  /** Else it is what such a ticket is a part of, or waits for. */
  isAsked: boolean;
}

/** What somebody asks about. */
export interface AskedTask {
  tickets: AskedTicket[];
  /** Files and folders. */
  paths: string[];
  text: string;
  /** Files that hold tickets, asked for or not. */
  ticketFiles: string[];
}

interface Place {
  root: string;
  cwd: string;
  tracker: Tracker;
}

/** Tells tickets, paths and words apart. A word that looks like the id of a ticket and is none is a mistake that names the nearest. */
export async function readTask(args: readonly string[], { root, cwd, tracker }: Place, signal?: AbortSignal): Promise<AskedTask> {
  const { issues, problems } = await tracker.list({}, signal);
  const known = new Map(issues.map((issue) => [issue.identifier.toLowerCase(), issue]));
  const rest = args.filter((arg) => !known.has(arg.toLowerCase()));
  const paths = rest.flatMap((arg) => pathOf(arg, root, cwd) ?? []);
  const words = rest.filter((arg) => pathOf(arg, root, cwd) === undefined);
  refuseUnknownTicket(words, issues, problems);
  const text = words.join(' ');
  const asked = [...new Set([...args, ...idsIn(text)])].flatMap((id) => known.get(id.toLowerCase()) ?? []);
  const tickets = asked.map((issue) => ({ issue, why: 'the task', isAsked: true }));
  const ticketFiles = [...issues.flatMap(({ path = [] }) => path), ...problems.map(({ path }) => path)];
  return { tickets: [...tickets, ...relatives(asked, known)], paths, text, ticketFiles };
}

/** A single word is a path only where it looks like one: `docs` may be meant as a word, `docs/` may not. */
function pathOf(arg: string, root: string, cwd: string): string | undefined {
  if (/\s/.test(arg) || !/[./]/.test(arg)) return undefined;
  const path = relativeInside(root, arg, cwd);
  return path === undefined || (!arg.includes('/') && isFolder(root, path)) ? undefined : path;
}

function idsIn(text: string): string[] {
  return text.match(/\b[A-Za-z][A-Za-z0-9]*-\d+\b/g) ?? [];
}

/** What blocks the tickets, and what they are a part of, all the way up. */
function relatives(asked: readonly Issue[], known: ReadonlyMap<string, Issue>): AskedTicket[] {
  const found = new Map<Issue, string>();
  const note = (id: string | undefined, why: string): Issue | undefined => {
    const issue = id === undefined ? undefined : known.get(id.toLowerCase());
    if (issue === undefined || asked.includes(issue) || found.has(issue)) return undefined;
    found.set(issue, why);
    return issue;
  };
  for (const { identifier, blockedBy, parent } of asked) {
    for (const blocker of blockedBy) note(blocker.identifier, `blocks ${identifier}`);
    let above = note(parent, `${identifier} is a part of it`);
    while (above !== undefined) above = note(above.parent, `${identifier} is a part of it`);
  }
  return [...found].map(([issue, why]) => ({ issue, why, isAsked: false }));
}
