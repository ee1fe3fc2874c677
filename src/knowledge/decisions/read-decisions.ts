import path from 'node:path';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { DecisionFacts, DecisionReference } from './decision-facts.ts';
import { type Statement, statementsOf } from './status-statements.ts';

/** What the decision records of a repository say of themselves and of each other. */
export function readDecisions(documents: Iterable<KnowledgeDocument>): Map<string, DecisionFacts> {
  const records = [...documents].filter(({ kind }) => kind === 'decision');
  return new Map(records.map((record) => [record.path, readDecision(record, records)]));
}

function readDecision(record: KnowledgeDocument, records: readonly KnowledgeDocument[]): DecisionFacts {
  const statements = statementsOf(record);
  const status = statements.find(({ kind }) => kind === 'status');
  const resolve = ({ text, line }: Statement) => references({ text, line }, record, records);
  const supersededBy = statements.filter(({ kind }) => kind === 'superseded-by').flatMap(resolve);
  const number = numberOf(record.path);
  const isSuperseded = supersededBy.length > 0 || /^superse?[cs]?e?ded/i.test(status?.text ?? '');
  return {
    path: record.path,
    title: record.title.replace(/^(?:ADR[- ]?)?\d+[.:]? +/i, ''),
    ...(number === undefined ? {} : { number }),
    state: isSuperseded ? 'superseded' : stateOf(status?.text),
    stateLine: status?.line ?? statements[0]?.line ?? 1,
    supersedes: statements.filter(({ kind }) => kind === 'supersedes').flatMap(resolve),
    supersededBy,
  };
}

const states = ['proposed', 'accepted', 'rejected', 'deprecated'] as const;

function stateOf(text: string | undefined): DecisionFacts['state'] {
  const word = /[a-z]+/.exec(text?.toLowerCase() ?? '')?.[0];
  return states.find((state) => state === word) ?? 'unknown';
}

function numberOf(file: string): number | undefined {
  const digits = /^(?:adr[-_]?)?(\d+)/i.exec(path.posix.basename(file))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Records are named by a link, by their number, by the name of their file, or by their title. */
function references(
  { text, line }: Pick<Statement, 'text' | 'line'>,
  from: KnowledgeDocument,
  records: readonly KnowledgeDocument[],
): DecisionReference[] {
  const links = from.links.filter((link) => link.line === line && link.how !== 'definition' && text.includes(link.text));
  if (links.length > 0)
    return links.map(({ target, text: shown, url }) =>
      toReference(
        shown || url,
        line,
        records.find((one) => one.path === target),
      ),
    );
  const written = [...text.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)]; // in front matter, where it is no link to Markdown
  if (written.length > 0) return written.map(([, shown = '', url = '']) => toReference(shown, line, findRecord(url, records)));
  return text
    .split(/\s*(?:,|;|\band\b|&)\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => toReference(part.trim(), line, findRecord(part.trim(), records)));
}

function toReference(text: string, line: number, record: KnowledgeDocument | undefined): DecisionReference {
  return { text, line, ...(record === undefined ? {} : { path: record.path }) };
}

function findRecord(text: string, records: readonly KnowledgeDocument[]): KnowledgeDocument | undefined {
  const name = path.posix.basename(text.replace(/[`"'[\]().]+$|^[`"'[(]+/g, ''), '.md').toLowerCase();
  const digits = /^(?:adr[- #]*|decision[- #]*|#)?0*(\d+)(?=$|[^\d])/i.exec(text)?.[1];
  return (
    records.find((one) => path.posix.basename(one.path, '.md').toLowerCase() === name) ??
    (digits === undefined ? undefined : records.find((one) => numberOf(one.path) === Number(digits))) ??
    records.find((one) => one.title.toLowerCase() === text.toLowerCase())
  );
}
