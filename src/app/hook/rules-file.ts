import path from 'node:path';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { shortHash } from '#kernel/short-hash.ts';
import { pageStamp } from '#pages/page-stamp.ts';
import { readState, writeState } from '#platform/state/state-file.ts';
import type { HookPlace } from './hook-parts.ts';

/** Bump when the shape of HookRules changes: files of another version are compiled again. */
const formatVersion = 1;

/** What the compiled rules of a worktree depend on, without reading a page; undefined where there is no harness. */
export function stampOf(root: string, engineStamp: string): string | undefined {
  const pages = pageStamp(root);
  return pages === '' ? undefined : `${stampHead(engineStamp)}${pages}`;
}

function stampHead(engineStamp: string): string {
  return `${formatVersion}|${engineStamp}|`;
}

/** A file that cannot be read as rules, or was made by another engine, counts as none: it is made again. */
export function readHookRules({ state, engine, memory, repository: { root } }: KeptPlace): HookRules | undefined {
  const rules = memory?.rules.get(root) ?? lastHookRules(state, root);
  if (rules !== undefined) memory?.rules.set(root, rules);
  return rules?.stamp.startsWith(stampHead(engine.stamp)) === true ? rules : undefined;
}

/** As whatever engine compiled them last: what there is to go by where none can be asked. */
export function lastHookRules(state: string, root: string): HookRules | undefined {
  const text = readState(fileOf(state, root));
  if (text === undefined) return undefined;
  try {
    const rules = JSON.parse(text) as Partial<HookRules>;
    return typeof rules.stamp === 'string' && rules.compiled !== undefined ? (rules as HookRules) : undefined;
  } catch {
    return undefined;
  }
}

export function writeHookRules({ state, memory, repository: { root } }: KeptPlace, rules: HookRules): void {
  memory?.rules.set(root, rules);
  writeState(fileOf(state, root), JSON.stringify(rules));
}

type KeptPlace = Pick<HookPlace, 'state' | 'engine' | 'repository' | 'memory'>;

/** Worktrees of one repository share a state folder but may stand on branches with other pages. */
function fileOf(state: string, root: string): string {
  return path.join(state, 'rules', `${shortHash(root)}.json`);
}
