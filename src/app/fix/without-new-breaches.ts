import { isForFiles, type Refusal, runRulesAsync } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import { groupBy } from '#kernel/group-by.ts';
import { isLight } from '#kernel/light-kinds.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { FixedFile } from './write-fixes.ts';

interface Place {
  root: string;
  rules: CompiledRules;
  tree: Tree;
}

/**
 * Leaves out the files whose fixes would break a rule that looks at several files together, such as one on imports.
 * If that does not help, the breach comes from elsewhere, and no file is fixed.
 */
export async function withoutNewBreaches(
  place: Place,
  files: readonly FixedFile[],
  signal?: AbortSignal,
): Promise<{ files: FixedFile[]; refused: Refusal[] }> {
  const rules = place.rules.rules.filter((rule) => isForFiles(rule) && !isLight(rule));
  if (rules.length === 0 || files.length === 0) return { files: [...files], refused: [] };
  const across = { ...place, rules: { ...place.rules, rules } };
  const before = counts(await findWith(across, [], signal));
  const added = async (some: readonly FixedFile[]) => {
    const groups = groupBy(await findWith(across, some, signal), keyOf);
    return [...groups].flatMap(([key, found]) => (found.length > (before.get(key) ?? 0) ? found : []));
  };
  const breaches = await added(files);
  if (breaches.length === 0) return { files: [...files], refused: [] };
  const guilty = new Set(breaches.map(({ path }) => path));
  const kept = files.filter(({ path }) => !guilty.has(path));
  const sound = (await added(kept)).length === 0 ? kept : [];
  const left = files.filter((file) => !sound.includes(file));
  return { files: sound, refused: left.map(({ path }) => refusal(path, breaches)) };
}

async function findWith({ root, rules, tree }: Place, files: readonly FixedFile[], signal?: AbortSignal): Promise<Finding[]> {
  const texts = new Map(files.map(({ path, after }) => [path, after]));
  const changed: Tree = { ...tree, read: (path) => texts.get(path) ?? tree.read(path) };
  return (await runRulesAsync(rules, { tree: changed, paths: tree.paths(), whole: true, root }, signal)).findings;
}

function counts(findings: readonly Finding[]): Map<string, number> {
  return new Map([...groupBy(findings, keyOf)].map(([key, found]) => [key, found.length]));
}

function keyOf({ guardrail, path }: Finding): string {
  return `${guardrail}\0${path}`;
}

function refusal(path: string, breaches: readonly Finding[]): Refusal {
  const breach = breaches.find((one) => one.path === path) ?? breaches[0];
  const id = breach?.guardrail ?? '';
  return { guardrail: id, path, line: breach?.range?.start.line ?? 1, reason: `the fixes of this file would break ${id}` };
}
