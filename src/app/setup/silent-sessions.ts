import path from 'node:path';
import { adapterOf } from '#agents/adapters.ts';
import type { HookAgent } from '#kernel/records/hook.ts';
import { listEntries, writtenAt } from '#platform/files/list-folder.ts';
import { readFirstLine, readStart } from '#platform/files/read-first-line.ts';
import { claudeHome, codexHome } from './agent-homes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Sessions of an agent that ran in this worktree since its hooks were wired, and called none of them. */
export interface SilentSessions {
  agent: HookAgent;
  /** Sessions since the last one that did call a hook. */
  count: number;
  /** When the youngest began, in milliseconds since the Unix epoch. */
  latestAt: number;
}

interface Session {
  id: string;
  startedAt: number;
}

const lookBackDays = 14;
const dayMs = 24 * 60 * 60 * 1000;
/** The first line of a rollout begins with the session's facts; long instructions come after them. */
const firstLineBytes = 16 * 1024;

/**
 * Compares the sessions that agents keep of themselves with those the spool knows. Of their folders it reads names,
 * dates, and the first line of Codex's rollouts of the last 14 days; nothing else.
 */
export function findSilentSessions(about: { root: string; env: Environment; now: number; heard: readonly string[] }): SilentSessions[] {
  const { root, env, now } = about;
  const heard = new Set(about.heard);
  const oldest = now - lookBackDays * dayMs;
  const codex = () => codexSessions(codexHome(env), root, now);
  const claude = () => claudeSessions(claudeHome(env), root);
  return [
    ...silentOf('codex', path.join(root, adapterOf('codex').wiring.file), { oldest, heard, list: codex }),
    ...silentOf('claude', path.join(root, adapterOf('claude').wiring.file), { oldest, heard, list: claude }),
  ];
}

function silentOf(
  agent: HookAgent,
  wiring: string,
  about: { oldest: number; heard: ReadonlySet<string>; list: () => Session[] },
): SilentSessions[] {
  const wiredAt = writtenAt(wiring);
  if (wiredAt === undefined) return [];
  const since = Math.max(wiredAt, about.oldest);
  const sessions = about.list().filter((session) => session.startedAt > since);
  const lastHeard = Math.max(0, ...sessions.filter(({ id }) => about.heard.has(id)).map(({ startedAt }) => startedAt));
  const silent = sessions.filter((session) => session.startedAt > lastHeard);
  if (silent.length === 0) return [];
  return [{ agent, count: silent.length, latestAt: Math.max(...silent.map(({ startedAt }) => startedAt)) }];
}

/** Rollouts lie in `sessions/YYYY/MM/DD/rollout-<time>-<session id>.jsonl`, by local or universal date. */
function codexSessions(home: string, root: string, now: number): Session[] {
  const days = Array.from({ length: lookBackDays + 2 }, (_, back) =>
    new Date(now + dayMs - back * dayMs).toISOString().slice(0, 10).split('-'),
  );
  return days.flatMap((day) => {
    const folder = path.join(home, 'sessions', ...day);
    return listEntries(folder).flatMap(({ name, madeAt }) => {
      const id = /^rollout-.*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.jsonl$/.exec(name)?.[1];
      if (id === undefined || !ranIn(readFirstLine(path.join(folder, name), firstLineBytes) ?? '', root)) return [];
      return [{ id, startedAt: madeAt }];
    });
  });
}

/** The line may be cut short, so its fields are found by their form. Sub-agents call their parent's hooks. */
function ranIn(sessionMeta: string, root: string): boolean {
  if (/"(subagent|parent_thread_id)":\s*[^n\s]/.test(sessionMeta)) return false;
  const cwd = /"cwd":\s*("(?:[^"\\]|\\.)*")/.exec(sessionMeta)?.[1];
  const folder: unknown = cwd === undefined ? undefined : JSON.parse(cwd);
  return typeof folder === 'string' && (folder === root || folder.startsWith(root + path.sep));
}

/**
 * Transcripts lie in `projects/<folder with every other sign than letters and digits as ->/<session id>.jsonl`, also those
 * of sessions that began in a subfolder, where Claude Code does not read the repository's settings. The name of such a
 * folder may be a neighbour's (`repo-src` for `repo/src`): the first records of a transcript tell.
 */
function claudeSessions(home: string, root: string): Session[] {
  const projects = path.join(home, 'projects');
  const here = root.replace(/[^A-Za-z0-9]/g, '-');
  return listEntries(projects).flatMap(({ name: project, isFolder }) => {
    if (!(isFolder && (project === here || project.startsWith(`${here}-`)))) return [];
    const folder = path.join(projects, project);
    return listEntries(folder).flatMap(({ name, madeAt }) => {
      const id = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.jsonl$/.exec(name)?.[1];
      const ours = project === here || ranIn(readStart(path.join(folder, name), firstLineBytes) ?? '', root);
      return id === undefined || !ours ? [] : [{ id, startedAt: madeAt }];
    });
  });
}
