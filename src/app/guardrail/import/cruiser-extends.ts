import { createRequire } from 'node:module';
import path from 'node:path';
import { type CruiserConfig, type CruiserRule, readCruiserFile } from './cruiser-rules.ts';

/** All that a configuration says, with what it extends. */
export interface CruiserRules extends Pick<CruiserConfig, 'allowed' | 'allowedSeverity' | 'required'> {
  /** By name: who extends a configuration may say some of a rule anew. */
  forbidden: { rule: CruiserRule; source: string }[];
  /** Configurations that cannot be had, and why. */
  missing: { source: string; wanted: string; why: string }[];
}

/** A configuration with what it extends: files beside it, and presets of packages that the project has installed. */
export function readCruiserConfig(root: string, file: string, signal?: AbortSignal): Promise<CruiserRules> {
  return readLayer({ root, file, above: [] }, signal);
}

async function readLayer(
  { root, file, above }: { root: string; file: string; above: readonly string[] },
  signal?: AbortSignal,
): Promise<CruiserRules> {
  const { extends: bases, ...own } = await readCruiserFile(root, file, signal);
  const all: CruiserRules = { ...own, forbidden: [], missing: [] };
  for (const wanted of bases) {
    const found = placeOf(root, file, wanted);
    if (found === undefined || above.includes(found)) {
      const why = found === undefined ? 'it is not in this repository, nor installed in its node_modules' : 'it extends itself';
      all.missing.push({ source: file, wanted, why });
      continue;
    }
    const base = await readLayer({ root, file: found, above: [...above, file] }, signal);
    for (const { rule, source } of base.forbidden) add(all.forbidden, rule, source);
    all.allowed.unshift(...base.allowed);
    all.required.unshift(...base.required);
    all.missing.push(...base.missing);
  }
  for (const rule of own.forbidden) add(all.forbidden, rule, file);
  return all;
}

function add(rules: CruiserRules['forbidden'], rule: CruiserRule, source: string): void {
  const known = rules.findIndex((one) => one.rule.name === rule.name);
  if (known === -1) rules.push({ rule, source });
  else rules[known] = { rule: { ...rules[known]?.rule, ...rule }, source };
}

/** Relative to the repository; undefined outside of it. */
function placeOf(root: string, file: string, wanted: string): string | undefined {
  try {
    const found = path.relative(root, createRequire(path.join(root, file)).resolve(wanted));
    return found.startsWith('..') || path.isAbsolute(found) ? undefined : found.split(path.sep).join('/');
  } catch {
    return undefined;
  }
}
