import type { KnowledgeDocument } from '#kernel/records/document.ts';

export interface Statement {
  kind: 'status' | 'supersedes' | 'superseded-by';
  /** What follows the words that say so. */
  text: string;
  line: number;
}

/** adr-tools writes a c. */
const supersededBy = /^super[cs]eded[\s-]+by[:\s]+(.*)$/i;
const supersedes = /^super[cs]edes[:\s]+(.*)$/i;
const statusLine = /^status\s*:\s*(.*)$/i;

/**
 * What a record says of its state: in its front matter (MADR 3 and later), in lines such as `* Status: accepted` (MADR 2, log4brains),
 * in its section `## Status` (adr-tools), and in lines anywhere that begin with `Supersedes` or `Superseded by`.
 */
export function statementsOf(record: KnowledgeDocument): Statement[] {
  return [...fromFrontMatter(record), ...fromBody(record)];
}

function fromFrontMatter({ frontMatter, text }: KnowledgeDocument): Statement[] {
  return [...frontMatter].flatMap(([key, value]) => {
    const line = lineOfKey(text, key);
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
    switch (key.toLowerCase().replace(/[_\s]/g, '-')) {
      case 'status':
        return texts.flatMap((one) => readStatus(one, line));
      case 'supersedes':
        return texts.map((one): Statement => ({ kind: 'supersedes', text: one, line }));
      case 'superseded-by':
      case 'supersededby':
        return texts.map((one): Statement => ({ kind: 'superseded-by', text: one, line }));
      default:
        return [];
    }
  });
}

function lineOfKey(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1 || 1;
}

function fromBody(record: KnowledgeDocument): Statement[] {
  const lines = record.text.split('\n');
  const isCode = new Set(record.blocks.flatMap((block) => block.lines.map(({ line }) => line)));
  const section = statusSection(record);
  return lines.slice(record.bodyLine - 1).flatMap((raw, index) => {
    const line = record.bodyLine + index;
    if (isCode.has(line)) return [];
    const said = raw
      .trim()
      .replace(/^(?:[-*+>]\s+)+/, '')
      .replace(/[*_]{1,2}(?=[A-Z])|(?<=[\w:])[*_]{1,2}/gi, '');
    const status = statusLine.exec(said)?.[1];
    if (status !== undefined) return readStatus(status, line);
    const isSection = section !== undefined && line > section.from && line < section.to && said !== '' && !said.startsWith('#');
    return isSection ? readStatus(said, line) : readSupersession(said, line);
  });
}

function statusSection({ headings }: KnowledgeDocument): { from: number; to: number } | undefined {
  const at = headings.findIndex(({ text, depth }) => /^status$/i.test(text) && depth <= 3);
  const heading = headings[at];
  return heading === undefined ? undefined : { from: heading.line, to: headings[at + 1]?.line ?? Number.POSITIVE_INFINITY };
}

function readStatus(said: string, line: number): Statement[] {
  const also = /\b(super[cs]ede[ds][\s-]+by\b.*|super[cs]edes\b.*)$/i.exec(said)?.[1];
  return [{ kind: 'status', text: said.trim(), line }, ...(also === undefined ? [] : readSupersession(also, line))];
}

function readSupersession(said: string, line: number): Statement[] {
  const by = supersededBy.exec(said)?.[1];
  if (by !== undefined && by.trim() !== '') return [{ kind: 'superseded-by', text: trim(by), line }];
  const of = supersedes.exec(said)?.[1];
  return of === undefined || of.trim() === '' ? [] : [{ kind: 'supersedes', text: trim(of), line }];
}

function trim(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}
