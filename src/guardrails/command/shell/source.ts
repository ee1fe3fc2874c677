import type { Redirect, Script } from './syntax.ts';

const maxDepth = 50;

/** A here-document whose body starts after the next line break. */
interface AwaitedBody {
  redirect: Redirect;
  delimiter: string;
  literal: boolean;
  stripTabs: boolean;
}

/** The text being parsed and the place in it. Text that came out of it, such as a here-document, is a source of its own. */
export class Source {
  readonly text: string;
  readonly parseScript: (source: Source, closer: string) => Script;
  at = 0;
  /** True where the text ended too early or nests too deep to be judged whole. */
  incomplete = false;
  awaited: AwaitedBody[] = [];
  #depth: number;

  constructor(text: string, parseScript: Source['parseScript'], depth = 0) {
    this.text = text;
    this.parseScript = parseScript;
    this.#depth = depth;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** Reads what the sticky expression matches here. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** Reads one closing character; its absence makes the source incomplete. */
  close(character: string): void {
    if (this.next === character) this.at++;
    else this.incomplete = true;
  }

  skipBlanks(): void {
    this.take(/(?:[ \t\r]|\\\n)+/y);
    this.take(/#[^\n]*/y);
  }

  /** Goes one level deeper; past the limit the rest of the text is given up instead. */
  nest<T>(read: () => T, otherwise: T): T {
    if (this.#depth >= maxDepth) {
      this.at = this.text.length;
      this.incomplete = true;
      return otherwise;
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  /** Parses text that was taken out of this one and unquoted. */
  inner<T>(text: string, read: (source: Source) => T): T {
    const source = new Source(text, this.parseScript, this.#depth + 1);
    const result = source.nest(() => read(source), undefined);
    this.incomplete ||= source.incomplete;
    return result ?? read(new Source('', this.parseScript));
  }
}
