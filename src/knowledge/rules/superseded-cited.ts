import type { DecisionFacts } from '../decisions/decision-facts.ts';
import type { ResolvedLink } from '../graph.ts';
import { isHistory } from '../words/is-history.ts';
import { textAround } from '../words/text-around.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Decisions that no longer hold and are pointed to as if they did, and records that contradict each other about it. */
export function* supersededCited(facts: GardenFacts): Generator<Fault> {
  const { graph } = facts;
  const superseded = supersededRecords(graph.decisions);
  for (const resolved of graph.links) {
    const { from, link, to } = resolved;
    const successor = to === undefined || link.how === 'definition' ? undefined : superseded.get(to);
    if (to === undefined || successor === undefined || mayCite(resolved, facts, successor)) continue;
    const place = { line: link.line, column: link.column, length: Math.max(1, link.url.length + link.text.length) };
    const message = `\`${to}\` is superseded${successor === '' ? '' : ` by \`${successor}\``}, and this does not say so.`;
    yield { rule: 'superseded-cited', path: from, place, quote: link.url, message };
  }
  yield* brokenChains(graph.decisions);
}

/** Path of the successor by path of the record; empty where the record does not name one that is there. */
function supersededRecords(decisions: ReadonlyMap<string, DecisionFacts>): Map<string, string> {
  const records = new Map<string, string>();
  for (const { path, state, supersededBy } of decisions.values())
    if (state === 'superseded') records.set(path, supersededBy.find((one) => one.path !== undefined)?.path ?? '');
  for (const { path, state, supersedes } of decisions.values()) {
    if (state === 'rejected' || state === 'proposed') continue;
    for (const { path: old } of supersedes)
      if (old !== undefined && records.get(old) !== undefined) records.set(old, records.get(old) || path);
  }
  return records;
}

const saysSo =
  /supersed|superced|replaced|obsolete|no longer|formerly|used to|historical|history|originally|at first|until\b|was (?:the|our)|outdated|overturned|withdrawn|reversed|earlier|previous|before/i;

/** A record may name what it supersedes, history tells of what was, and who says that it is superseded misleads nobody. */
function mayCite({ from, link, to }: ResolvedLink, { graph }: GardenFacts, successor: string): boolean {
  const document = graph.documents.get(from);
  if (document === undefined || document.kind === 'decision' || isHistory(document) || graph.plans.get(from)?.stage === 'completed')
    return true;
  if (isIndex(from)) return true;
  const { line, column } = link;
  const around = textAround(document, { line, column });
  if (saysSo.test(around)) return true;
  // Whoever points to the successor beside it tells which one holds.
  return graph.links.some((other) => other.from === from && other.to === successor && other.to !== to && around.includes(other.link.url));
}

/** A table of contents lists all there is. */
function isIndex(path: string): boolean {
  return /(?:^|\/)(?:decisions|adrs?)\/(?:README|index)\.md$/i.test(path);
}

function* brokenChains(decisions: ReadonlyMap<string, DecisionFacts>): Generator<Fault> {
  for (const record of decisions.values()) {
    yield* withoutSuccessor(record);
    if (record.state === 'accepted' || record.state === 'unknown') yield* stillAccepted(record, decisions);
  }
}

function* withoutSuccessor({ path, supersededBy }: DecisionFacts): Generator<Fault> {
  for (const { text, line, path: successor } of supersededBy) {
    if (successor !== undefined) continue;
    const message = `This says that it is superseded by \`${text}\`, and there is no such record.`;
    yield { rule: 'superseded-cited', path, place: { line, column: 1, length: text.length }, quote: text, message };
  }
}

function* stillAccepted({ path, supersedes }: DecisionFacts, decisions: ReadonlyMap<string, DecisionFacts>): Generator<Fault> {
  for (const { path: old } of supersedes) {
    const other = old === undefined ? undefined : decisions.get(old);
    if (other?.state !== 'accepted') continue;
    const message = `This is still accepted, though \`${path}\` supersedes it.`;
    yield { rule: 'superseded-cited', path: other.path, place: { line: other.stateLine, column: 1, length: 1 }, quote: path, message };
  }
}
