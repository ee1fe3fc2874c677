import { readInside } from '#platform/files/read-inside.ts';
import { ignoredPaths } from '#platform/git/ignored-paths.ts';
import { listFiles } from '#platform/git/run-git.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { check } from './check.ts';
import { renderSection } from './setup/agents-section.ts';
import { applyChanges } from './setup/apply-changes.ts';
import { detectProject, type Project } from './setup/detect-project.ts';
import type { FileChange, Note } from './setup/file-change.ts';
import { type PackageCommands, packageCommands } from './setup/package-commands.ts';
import { renderChanges } from './setup/render-changes.ts';
import { requireRepository } from './setup/require-repository.ts';
import { SetupPlan } from './setup/setup-plan.ts';
import { readShipped, starterFiles } from './setup/starter-files.ts';
import { wiredAgents } from './setup/wired-agents.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `init` would do to a repository, before anything is written. */
export interface InitPlan {
  /** Real path of the worktree. */
  root: string;
  project: Project;
  commands: PackageCommands;
  changes: FileChange[];
  /** Titles of the agents that are wired. */
  wired: string[];
  /** Whether CLAUDE.md, where there is one, sends Claude Code to AGENTS.md. */
  claudeFile: 'none' | 'tells' | 'silent';
  /** Whether the hooks find an engine already. */
  hasEngine: boolean;
  /** What stays as it is although `init` would have had something for it. */
  notes: Note[];
}

/** Looks at the repository around `from` and says what is missing in it; writes nothing. */
export async function planInit(from: string, env: Environment, signal?: AbortSignal): Promise<InitPlan> {
  const { root } = requireRepository(from);
  const own = findOwnPackage(import.meta.url);
  const files = (await listFiles(root, signal)).filter((file) => !file.startsWith('harness/'));
  const project = detectProject(root, files, env);
  const commands = packageCommands(project, files, env);
  const setup = new SetupPlan(root, own.version);
  // In Tackroom's own checkout the hook and the pages are sources: the record must neither go stale with each edit nor remove them.
  const starters = root === own.folder ? [] : starterFiles(own.folder, [...files, ...expectedFiles(project)]);
  for (const file of starters) setup.addFile(file);
  setup.addSection(
    'AGENTS.md',
    renderSection(readShipped(own.folder, 'starter/AGENTS.section.md').replaceAll('{{tackroom}}', commands.call)),
  );
  const wirings = wiredAgents(root);
  for (const wiring of wirings) setup.addHooks(wiring);
  setup.addLine('.gitignore', '.tackroom/');
  const changes = setup.finish();
  const ignored = await ignoredPaths(
    root,
    changes.map((change) => change.path),
    signal,
  );
  const notes = [
    ...setup.notes,
    ...ignored.map((path) => ({ path, reason: 'is ignored by git: it will not reach other clones and worktrees' })),
  ];
  return {
    hasEngine: findEngine(root, env) !== undefined,
    root,
    project,
    commands,
    changes,
    wired: wirings.map(({ title }) => title),
    claudeFile: readClaudeFile(root),
    notes,
  };
}

/** What the repository will hold even if it does not yet: what `init` writes, and the first files of its language. */
function expectedFiles(project: Project): string[] {
  return ['AGENTS.md', ...(project.languages.includes('TypeScript') ? ['src/index.ts', 'src/index.test.ts'] : [])];
}

function readClaudeFile(root: string): InitPlan['claudeFile'] {
  const text = readInside(root, 'CLAUDE.md');
  if (text === undefined) return 'none';
  return text.includes('AGENTS.md') || text.includes('tackroom:start') ? 'tells' : 'silent';
}

/** Writes the plan, all of it or nothing. */
export function applyInit(plan: InitPlan): void {
  applyChanges(plan.root, plan.changes);
}

/** The plan as a unified diff. */
export function renderInit(plan: InitPlan, options: { color: boolean }): string {
  return renderChanges(plan.changes, options);
}

/** What each guardrail finds in the whole repository, most first. */
export async function countBreaches(root: string, signal?: AbortSignal): Promise<{ guardrail: string; count: number }[]> {
  const request = { cwd: root, paths: [], scope: { kind: 'all' }, priority: 'P3' } as const;
  const counts = new Map<string, number>();
  await check(
    request,
    ({ report }) => {
      for (const { guardrail } of report.findings) if (guardrail !== undefined) counts.set(guardrail, (counts.get(guardrail) ?? 0) + 1);
    },
    signal,
  );
  return [...counts].map(([guardrail, count]) => ({ guardrail, count })).sort((a, b) => b.count - a.count);
}
