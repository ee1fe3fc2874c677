import path from 'node:path';
import { adapterOf } from '#agents/adapters.ts';
import { type CodexTrust, codexHookHash, codexHookKey, readCodexTrust } from '#agents/codex-trust.ts';
import { inspectHooks } from '#agents/inspect-hooks.ts';
import { TackroomError } from '#kernel/errors.ts';
import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import { writtenAt } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { hasProgram } from '#platform/process/has-program.ts';
import { readState } from '#platform/state/state-file.ts';
import { codexHome } from './agent-homes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether Codex would run the hooks of this worktree: it skips what it was not told to trust, and says nothing. */
export function checkCodexTrust(repository: Repository, env: Environment): DoctorCheck[] {
  const config = readState(configFile(env));
  if (config === undefined && !hasProgram('codex', env)) {
    return [
      { subject: 'codex', name: 'trust', state: 'note', message: 'Codex is not set up on this machine: there is nothing to approve.' },
    ];
  }
  return trustChecks(repository, config ?? '').map((check) => ({ subject: 'codex', ...check }));
}

/**
 * Since when, at the latest, Codex would run all our hooks in this worktree, in milliseconds since the Unix epoch;
 * undefined where it would not. Its configuration dates no approval: the date of the file is the best there is.
 */
export function codexApprovedAt(repository: Repository, env: Environment): number | undefined {
  const config = readState(configFile(env));
  if (config === undefined || trustChecks(repository, config).some(({ state }) => state !== 'ok')) return undefined;
  return writtenAt(configFile(env));
}

function configFile(env: Environment): string {
  return path.join(codexHome(env), 'config.toml');
}

type Check = Omit<DoctorCheck, 'subject'>;

function trustChecks({ root, commonDir }: Repository, config: string): Check[] {
  try {
    const trust = readCodexTrust(config, [root, path.dirname(commonDir)]);
    return [projectCheck(trust, root), hookCheck(trust, root)];
  } catch (error) {
    if (!(error instanceof TackroomError)) throw error;
    return [{ name: 'trust', state: 'broken', message: error.message, ...(error.fix === undefined ? {} : { fix: error.fix }) }];
  }
}

function projectCheck({ project, hooksOn }: CodexTrust, root: string): Check {
  const name = 'project trust';
  if (!hooksOn)
    return {
      name,
      state: 'missing',
      message: 'Hooks are switched off in the configuration of Codex.',
      fix: 'Remove `hooks = false` from [features] in its config.toml.',
    };
  if (project === 'trusted') return { name, state: 'ok', message: 'Codex trusts this repository.' };
  return {
    name,
    state: 'missing',
    message: `Codex ${project === 'unknown' ? 'was never told to trust' : 'was told not to trust'} ${root}: it leaves the hooks of the repository out, without a word.`,
    fix: `Run \`codex\` in ${root} and trust the folder.`,
  };
}

/** Approval counts for one path, so every worktree needs its own; and for one text, so a changed hook needs a new one. */
function hookCheck(trust: CodexTrust, root: string): Check {
  const name = 'hook trust';
  const { wiring } = adapterOf('codex');
  const source = path.join(root, wiring.file);
  const waiting = inspectHooks(readInside(root, wiring.file), wiring).flatMap(({ handlers }) =>
    handlers.flatMap((handler) => {
      const known = trust.hooks.get(codexHookKey(source, handler));
      if (known?.enabled === false) return [`${handler.event} (switched off)`];
      if (known?.trustedHash === undefined) return [handler.event];
      return known.trustedHash === codexHookHash(handler) ? [] : [`${handler.event} (changed since it was approved)`];
    }),
  );
  if (waiting.length === 0) return { name, state: 'ok', message: 'every hook is approved in this worktree.' };
  return {
    name,
    state: 'missing',
    message: `not approved in this worktree: ${waiting.join(', ')}. Codex skips them without a word.`,
    fix: `Run \`codex\` in ${root}, type /hooks, and approve them.`,
  };
}
