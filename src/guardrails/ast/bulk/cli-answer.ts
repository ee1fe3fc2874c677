import path from 'node:path';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Position } from '#kernel/records/finding.ts';
import type { Hit } from '../../kind/check-kind.ts';
import type { Searched } from '../../run/run-result.ts';
import { newlineMark } from './cli-rules.ts';
import { symbolDepth } from './symbol-rules.ts';
import type { TextFacts } from './text-facts.ts';

type PlacedHit = Hit & Required<Pick<Hit, 'place'>>;

interface FileAnswer {
  /** By the rule's id. */
  hits: Map<string, PlacedHit[]>;
  open: Set<string>;
  seen: boolean;
}

/** Reads the report of the command line as it comes: for each match its place, then a message of ours between marks. */
export class CliAnswer {
  readonly #about: { mark: string; root: string; rules: readonly CompiledRule[] };
  readonly #files = new Map<string, FileAnswer>();
  readonly #record: string[] = [];
  #rest = '';
  #wanted = 0;

  constructor(about: { mark: string; root: string; rules: readonly CompiledRule[] }) {
    this.#about = about;
  }

  take(text: string): void {
    const pieces = `${this.#rest}${text}`.split(this.#about.mark);
    this.#rest = pieces.pop() ?? '';
    for (const piece of pieces) this.#add(piece);
  }

  /** What it said of a file that it looked at and whose syntax has a shape; undefined for others. */
  file(file: string, { allows, doubtful, possible, wide }: TextFacts): Searched | undefined {
    const answer = this.#files.get(file);
    if (answer?.seen !== true) return undefined;
    const open = new Set([...answer.open, ...(wide ? answer.hits.keys() : [])].filter((rule) => possible.has(rule)));
    const hits = new Map<string, PlacedHit[]>();
    for (const [rule, found] of answer.hits) if (possible.has(rule) && !open.has(rule)) hits.set(rule, found.sort(bySource));
    return { hits, open, lost: doubtful, allows };
  }

  #add(piece: string): void {
    this.#record.push(piece);
    if (this.#record.length === 1) this.#wanted = isOfFile(piece) ? 2 : symbolDepth + 2;
    if (this.#record.length < this.#wanted) return;
    const [head = '', ...words] = this.#record.splice(0);
    this.#read(head, words);
  }

  #read(head: string, words: readonly string[]): void {
    const [, name = '', line = '', column = '', about = ''] = /^\n?([\s\S]*):(\d+):(\d+): \w+\[(\w+)-\w+\]: $/.exec(head) ?? [];
    const file = name.slice(this.#about.root.length + 1).replaceAll(path.sep, '/');
    const answer = this.#files.get(file) ?? { hits: new Map(), open: new Set(), seen: false };
    this.#files.set(file, answer);
    if (about === 'seen') answer.seen = true;
    const rule = this.#about.rules[Number(about)];
    if (rule === undefined) return;
    const symbols = words.slice(0, symbolDepth).filter(Boolean); // the grammar may have made up a name that was missing
    if (!isAnswered(rule, symbols)) {
      answer.open.add(rule.id);
      return;
    }
    const hit = this.#hit({ file, line, column, symbols }, words.at(-1) ?? '');
    if (answer.hits.get(rule.id)?.push(hit) === undefined) answer.hits.set(rule.id, [hit]);
  }

  #hit({ file, ...about }: { file: string; line: string; column: string; symbols: string[] }, oneLine: string): PlacedHit {
    const lines = oneLine.split(newlineMark(this.#about.mark));
    const start = { line: Number(about.line), column: Number(about.column) };
    const length = lines.at(-1)?.length ?? 0;
    const end = { line: start.line + lines.length - 1, column: lines.length === 1 ? start.column + length : length + 1 };
    return { path: file, place: { range: { start, end }, quote: lines.join('\n') }, symbol: about.symbols.reverse().join('.') };
  }
}

function bySource({ place: { range: a } }: PlacedHit, { place: { range: b } }: PlacedHit): number {
  return byPosition(a.start, b.start) || byPosition(a.end, b.end);
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function isOfFile(head: string): boolean {
  return /\[seen-\w+\]: $/.test(head);
}

/** A fix is the library's to make; so are places that lie deeper than was asked, or in what has a name of several lines. */
function isAnswered({ check }: CompiledRule, symbols: readonly string[]): boolean {
  return !(check.kind === 'ast' && check.fix !== undefined) && symbols.length < symbolDepth && !symbols.some((name) => name.includes('\n'));
}
