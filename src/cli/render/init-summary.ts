import type { ChangeSummary, Forecast, InitPlan } from '#app/init.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { Colors } from './colors.ts';
import { plural } from './plural.ts';
import { renderTable } from './render-table.ts';

/** What some of the files are for, where the path does not tell. */
const purposes: Readonly<Record<string, string>> = {
  'harness/hook.mjs': "what the agents' hooks call",
  'harness/harness.yaml': 'settings',
  'harness/.init.json': 'what init wrote, for `tackroom uninstall`',
  '.claude/settings.json': 'hooks of Claude Code',
  '.codex/hooks.json': 'hooks of Codex',
  'AGENTS.md': 'a section for agents',
  '.gitignore': "leaves the agents' mailbox out",
  'CLAUDE.md': 'sends Claude Code to AGENTS.md',
};

/** Stands for the files that say in an empty folder which pages belong there. */
const homes = 'README.md';

/** Stands for what is made of the rules in other agents' files. */
const imported = 'drafts and documents';

/** The files in question, new ones first; a folder of new pages is one line. */
export function filesSummary(changes: readonly ChangeSummary[], colors: Colors): string {
  const created = changes.filter(({ kind }) => kind === 'new');
  const folders = groupBy(created, ({ path }) => groupOf(path));
  const rows = [
    ...[...folders].map(([path, files]) => ({ sign: colors.green('new   '), path, about: aboutNew(path, files) })),
    ...changes
      .filter(({ kind }) => kind !== 'new')
      .map((change) => ({ sign: colors.yellow('change'), path: change.path, about: aboutChange(change) })),
  ];
  const width = Math.max(...rows.map(({ path }) => path.length));
  const lines = rows.map(({ sign, path, about }) => `  ${sign}  ${path.padEnd(width)}  ${about}\n`);
  const counts = [created.length > 0 && `creates ${plural(created.length, 'file')}`, existing(changes.length - created.length)];
  return `init ${counts.filter((count) => count !== false).join(' and ')}:\n${lines.join('')}`;
}

function groupOf(path: string): string {
  if (/^(?:harness|docs)\/.*\/README\.md$/.test(path)) return homes;
  if (path.endsWith('.draft') || path.startsWith('docs/imported/')) return imported;
  return /^harness\/(?:guardrails|runbooks)\//.exec(path)?.[0] ?? path;
}

function existing(count: number): string | false {
  return count > 0 && `changes ${count} that ${count === 1 ? 'is' : 'are'} there (the diff is below)`;
}

function aboutNew(path: string, files: readonly ChangeSummary[]): string {
  const lines = plural(
    files.reduce((total, { linesAdded }) => total + linesAdded, 0),
    'line',
  );
  if (path === homes) return `in ${plural(files.length, 'empty folder')}: which pages belong there`;
  if (path === imported) return `${lines} in ${plural(files.length, 'file')}, from rules that were there`;
  if (path.endsWith('/')) return `${plural(files.length, path.includes('guardrails') ? 'guardrail' : 'runbook')}, ${lines}`;
  return [lines, ...(purposes[path] === undefined ? [] : [purposes[path]])].join(', ');
}

function aboutChange({ path, linesAdded, linesRemoved }: ChangeSummary): string {
  const counts = linesRemoved === 0 ? `+${linesAdded}` : `+${linesAdded} -${linesRemoved}`;
  return [
    `${counts} ${linesAdded + linesRemoved === 1 ? 'line' : 'lines'}`,
    ...(purposes[path] === undefined ? [] : [purposes[path]]),
  ].join(', ');
}

/** Where no number can stand. */
const counts: Readonly<Partial<Record<Forecast['guardrails'][number]['about'], string>>> = { commands: 'commands', absent: 'later' };

/** Every guardrail by its title, with what it finds today. */
export function forecastSummary({ files, guardrails }: Forecast): string {
  const rows = guardrails.map(({ id, title, priority, about, findings }) => {
    const count = counts[about] ?? findings?.toLocaleString('en-US') ?? 'failed';
    return [`  ${count.padStart('findings'.length)}`, priority, title, id];
  });
  return `Guardrails, and what they find in ${plural(files, 'file')} today:\n${renderTable(['  findings', '', 'title', 'id'], rows)}`;
}

/** Guardrails that are there for the asking; empty where there are none. */
export function offeredSummary(offered: InitPlan['offered']): string {
  if (offered.length === 0) return '';
  const rows = offered.map(({ id, title, priority }) => [`  ${priority}`, title, id]);
  return `Also on offer, with init --guardrails <id,id> (or all):\n${renderTable(['  ', 'title', 'id'], rows)}`;
}
