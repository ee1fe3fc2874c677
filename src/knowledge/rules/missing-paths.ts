import path from 'node:path';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { ResolvedMention } from '../graph.ts';
import type { Mention } from '../mentions/mention.ts';
import { isHistory } from '../words/is-history.ts';
import { sentenceAround } from '../words/sentence-around.ts';
import { tellsOfElsewhere, tellsOfOther, tellsOfPast } from '../words/tenses.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Files and folders of this repository that documents name in code, and that are not there. */
export function* missingPaths(facts: GardenFacts): Generator<Fault> {
  for (const { from, mention, to } of facts.graph.mentions) {
    if (mention.kind !== 'path' || to !== undefined) continue;
    const document = facts.graph.documents.get(from);
    if (document === undefined || !isClaim(mention, document, facts)) continue;
    const { line, column, text } = mention.span;
    const message = `There is no \`${mention.path}\`.${hint({ from, mention }, facts)}`;
    yield { rule: 'missing-path', path: from, place: { line, column, length: text.length + 2 }, quote: text, message };
  }
}

/** A path is an example, another repository's, or a file that is made, until there is a reason to believe otherwise. */
function isClaim(mention: Mention & { kind: 'path' }, document: KnowledgeDocument, facts: GardenFacts): boolean {
  const { path: from, kind } = document;
  if (kind === 'decision' || isHistory(document) || facts.graph.plans.get(from)?.stage === 'completed') return false;
  const wanted = mention.path.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (wanted === '' || isMadeUp(wanted) || isBuilt(wanted) || facts.isIgnored(wanted)) return false;
  const sentence = sentenceAround(document, mention.span.at);
  if (tellsOfPast(sentence)) return false;
  if (wasOurs(wanted, from, facts)) return true;
  return isOurs(mention.path, facts) && !tellsOfOther(sentence) && !tellsOfElsewhere(sentence) && kind !== 'plan' && kind !== 'design';
}

/** Git knew it once: who still speaks of it speaks of nothing. */
function wasOurs(wanted: string, from: string, { wasThere }: GardenFacts): boolean {
  return wasThere(wanted) || wasThere(path.posix.join(path.posix.dirname(from), wanted));
}

/** Begins in a folder of ours, and says that it is a file or a folder. */
function isOurs(written: string, { graph: { files } }: GardenFacts): boolean {
  const wanted = written.replace(/^\.?\//, '');
  const [first = ''] = wanted.split('/');
  if (written.startsWith('/') || written.startsWith('../') || !wanted.includes('/') || !files.isFolder(first)) return false;
  if (/\.[a-z]\w{0,5}$/i.test(wanted) || wanted.endsWith('/')) return true;
  return files.isFolder(path.posix.dirname(wanted)) && wanted.split('/').length > 2;
}

const madeUp =
  /(?:^|[/_.-])(?:foo|bar|baz|qux|examples?|samples?|your|my|some|any|path\/to|xxx+|yyy+|n{2,}|placeholder|dummy|todo|thing|whatever|file(?:name)?)(?=[/_.-]|$)|(?:^|\/)(?:[a-z]|[A-Z]|[A-Z]{2,}|[Ff]oo\w*|[Mm]y[A-Z]\w*)(?:\.\w+)*$/;

function isMadeUp(wanted: string): boolean {
  return madeUp.test(wanted) || wanted.startsWith('~') || wanted.startsWith('@');
}

/** What tools make: whether it is there says nothing of the page. */
function isBuilt(wanted: string): boolean {
  return /(?:^|\/)(?:node_modules|dist|build|out|target|coverage|\.git|\.venv|venv|__pycache__|\.next|\.cache|tmp|vendor|bin|obj|\.tackroom)(?:\/|$)/.test(
    wanted,
  );
}

function hint(
  { mention }: Pick<ResolvedMention, 'from'> & { mention: Mention & { kind: 'path' } },
  { graph: { files } }: GardenFacts,
): string {
  const spelled = files.spelled(mention.path.replace(/^\.?\//, ''));
  if (spelled !== undefined) return ` It is spelled \`${spelled}\`.`;
  const named = files.byName(path.posix.basename(mention.path));
  return named.length === 1 ? ` There is \`${named[0]}\`.` : '';
}
