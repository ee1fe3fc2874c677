import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Position } from '#kernel/records/finding.ts';
import type { Excerpt } from '../../excerpts/excerpt.ts';
import type { Hit } from '../../kind/check-kind.ts';
import type { Searched } from '../../run/run-result.ts';
import { type Joined, locate, parsedAlone } from './anchors/join-excerpts.ts';
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

interface About {
  mark: string;
  /** A file of the worktree, or what was written, by its absolute path. */
  asked: ReadonlyMap<string, string | Joined>;
  rules: readonly CompiledRule[];
}

/** Reads the report of the command line as it comes: for each match its place, then a message of ours between marks. */
export class CliAnswer {
  readonly #about: About;
  readonly #files = new Map<string, FileAnswer>();
  /** Where excerpts end that were looked at to their end. */
  readonly #ends = new Map<Joined, Set<number>>();
  readonly #record: string[] = [];
  #rest = '';
  #wanted = 0;

  constructor(about: About) {
    this.#about = about;
  }

  /** What it prints, piece by piece. */
  take(text: string): void {
    const pieces = `${this.#rest}${text}`.split(this.#about.mark);
    this.#rest = pieces.pop() ?? '';
    for (const piece of pieces) this.#add(piece);
  }

  /** It has said everything. */
  end(): void {
    for (const [joined, ends] of this.#ends) for (const path of parsedAlone(joined, ends)) this.#answer(path).seen = true;
  }

  /** What it said of a file that it looked at and whose syntax has a shape; undefined for others. */
  file(file: string, { allows, doubtful, excerpt, possible, wide }: TextFacts): Searched | undefined {
    const answer = this.#files.get(file);
    if (answer?.seen !== true) return undefined;
    const open = new Set([...answer.open, ...(wide ? answer.hits.keys() : [])].filter((rule) => possible.has(rule)));
    const hits = new Map<string, PlacedHit[]>();
    for (const [rule, found] of answer.hits) {
      const its = found.filter(({ place }) => excerpt === undefined || isWhole(excerpt, place.range.start));
      if (its.length > 0 && possible.has(rule) && !open.has(rule)) hits.set(rule, its.sort(bySource));
    }
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
    const asked = this.#about.asked.get(name);
    const rule = this.#about.rules[Number(about)];
    if (asked === undefined) return;
    if (rule === undefined) this.#hear(asked, about, Number(line));
    else {
      const place = typeof asked === 'string' ? { path: asked, line: Number(line) } : locate(asked, Number(line));
      if (place !== undefined) this.#takeHit(rule, { ...place, column: Number(column) }, words);
    }
  }

  /** What it says besides. */
  #hear(asked: string | Joined, about: string, line: number): void {
    if (typeof asked === 'string') this.#answer(asked).seen ||= about === 'seen';
    else if (about === 'ended') this.#ends.set(asked, (this.#ends.get(asked) ?? new Set()).add(line));
  }

  #answer(path: string): FileAnswer {
    const answer = this.#files.get(path) ?? { hits: new Map(), open: new Set(), seen: false };
    this.#files.set(path, answer);
    return answer;
  }

  #takeHit(rule: CompiledRule, place: { path: string } & Position, words: readonly string[]): void {
    const answer = this.#answer(place.path);
    const symbols = words.slice(0, symbolDepth).filter(Boolean); // the grammar may have made up a name that was missing
    if (!isAnswered(rule, symbols)) {
      answer.open.add(rule.id);
      return;
    }
    const hit = this.#hit({ ...place, symbols }, words.at(-1) ?? '');
    if (answer.hits.get(rule.id)?.push(hit) === undefined) answer.hits.set(rule.id, [hit]);
  }

  #hit({ path, symbols, ...start }: { path: string; symbols: string[] } & Position, oneLine: string): PlacedHit {
    const lines = oneLine.split(newlineMark(this.#about.mark));
    const length = lines.at(-1)?.length ?? 0;
    const end = { line: start.line + lines.length - 1, column: lines.length === 1 ? start.column + length : length + 1 };
    return { path, place: { range: { start, end }, quote: lines.join('\n') }, symbol: symbols.reverse().join('.') };
  }
}

/** Elsewhere it is a statement without the ones in it. */
function isWhole({ whole }: Excerpt, at: Position): boolean {
  return whole.some(({ start, end }) => byPosition(start, at) <= 0 && byPosition(at, end) < 0);
}

function bySource({ place: { range: a } }: PlacedHit, { place: { range: b } }: PlacedHit): number {
  return byPosition(a.start, b.start) || byPosition(a.end, b.end);
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function isOfFile(head: string): boolean {
  return /\[(?:seen|ended)-\w+\]: $/.test(head);
}

/** A fix is the library's to make; so are places that lie deeper than was asked, or in what has a name of several lines. */
function isAnswered({ check }: CompiledRule, symbols: readonly string[]): boolean {
  return !(check.kind === 'ast' && check.fix !== undefined) && symbols.length < symbolDepth && !symbols.some((name) => name.includes('\n'));
}
