import path from 'node:path';
import type { GuidanceIndex } from '#kernel/records/guidance.ts';
import { shortHash } from '#kernel/short-hash.ts';
import { pageStamp } from '#pages/page-stamp.ts';
import { readState, writeState } from '#platform/state/state-file.ts';
import type { HookPlace } from './hook-parts.ts';

/** Bump when the shape of GuidanceIndex or the way it is made changes. */
const formatVersion = 1;

/** The guidance of a worktree as its pages are now: as it was kept, or made anew. */
export async function freshGuidance({ repository, state, engine, parts }: HookPlace): Promise<GuidanceIndex> {
  const { root } = repository;
  const file = fileOf(state, root, 'json');
  const stamp = `${formatVersion}|${engine.stamp}|${pageStamp(root, 'guidance')}`;
  const kept = readIndex(file);
  if (kept?.stamp === stamp) return kept;
  const fresh = await parts.compileGuidance(root, stamp);
  writeState(fileOf(state, root, 'runs'), JSON.stringify(fresh.items.flatMap(({ signs }) => signs.flatMap(({ run }) => run ?? []))));
  writeState(file, JSON.stringify(fresh));
  return fresh;
}

/**
 * Whether guidance may bear on a command. Asked before each: the signs of commands lie in a small file of their own. Until the
 * first prompt or edit there is none, and nothing is known.
 */
export function mayBearOnCommand(command: string, { repository, state }: Pick<HookPlace, 'repository' | 'state'>): boolean {
  const text = readState(fileOf(state, repository.root, 'runs'));
  if (text === undefined || text === '[]') return false;
  const signs: unknown = JSON.parse(text);
  return Array.isArray(signs) && signs.some((sign) => new RegExp(String(sign), 'm').test(command));
}

function fileOf(state: string, root: string, suffix: string): string {
  return path.join(state, 'guidance', `${shortHash(root)}.${suffix}`);
}

/** What cannot be read counts as none. */
function readIndex(file: string): GuidanceIndex | undefined {
  const text = readState(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as GuidanceIndex;
  } catch {
    return undefined;
  }
}
