import { groupBy } from '#kernel/group-by.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import type { TreeContext } from '../kind/check-kind.ts';
import type { Memory } from '../run/run-result.ts';
import { identityOfPaths, treeMemory } from '../run/tree-memory.ts';
import type { ImportGraph } from './import-graph.ts';
import { keptVerdicts, type Verdict } from './kept-verdicts.ts';
import type { ImportLanguage } from './language.ts';
import { languageOf } from './languages.ts';

interface Judged {
  rule: CompiledRule;
  check: ImportsCheck;
  context: TreeContext;
  graph: ImportGraph;
}

export type Find = (paths: readonly string[], only: { cycles: boolean }) => Verdict;

/** What a rule finds in the whole of a tree. Where it was asked before, only about files that lead elsewhere now. */
export function judgeAgain(judged: Judged, find: Find): Verdict {
  const { paths, tree } = judged.context;
  const memory = treeMemory(tree);
  if (memory === undefined) return find(paths, { cycles: true });
  const verdicts = [...pathsByLanguage(paths)].map(([language, own]) =>
    language === undefined ? none : ofLanguage(judged, { language, own, memory }, find),
  );
  return { edgeHits: verdicts.flatMap(({ edgeHits }) => edgeHits), cycles: verdicts.flatMap(({ cycles }) => cycles) };
}

const known = new WeakMap<readonly string[], Map<ImportLanguage | undefined, string[]>>();

function pathsByLanguage(paths: readonly string[]): Map<ImportLanguage | undefined, string[]> {
  const parted = known.get(paths) ?? groupBy(paths, languageOf);
  known.set(paths, parted);
  return parted;
}

const none: Verdict = { edgeHits: [], cycles: [] };

/** No import of one language leads back to a file of another. */
function ofLanguage(
  { check, graph, rule }: Judged,
  { language, memory, own }: { language: ImportLanguage; own: readonly string[]; memory: Memory },
  find: Find,
): Verdict {
  const edges = graph.catchUp(language, own);
  if (edges === undefined) return find(own, { cycles: true });
  const kept = keptVerdicts(memory);
  const key = JSON.stringify([language.name, rule.files, check, identityOfPaths(memory, own)]);
  const before = kept.recall(key, edges);
  const verdict = before === undefined ? find(own, { cycles: true }) : merge(before, own, find);
  kept.record(key, edges, verdict);
  return verdict;
}

function merge(
  { changed, cycles, edgeHits }: { edgeHits: Verdict['edgeHits']; changed: ReadonlySet<string>; cycles: Verdict['cycles'] | undefined },
  own: readonly string[],
  find: Find,
): Verdict {
  const again = find(
    own.filter((path) => changed.has(path)),
    { cycles: false },
  );
  return {
    edgeHits: [...edgeHits.filter(({ path }) => !changed.has(path)), ...again.edgeHits],
    cycles: cycles ?? find(own, { cycles: true }).cycles,
  };
}
