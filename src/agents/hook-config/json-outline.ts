/** Where each value of a JSON text stands, as offsets; `end` is exclusive. */
export type JsonNode = { start: number; end: number } & (
  | { kind: 'object'; members: JsonMember[] }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'scalar' }
);

export interface JsonMember {
  key: string;
  /** Offset of the key's opening quote. */
  start: number;
  value: JsonNode;
}

/** The outline of a text that JSON.parse has accepted: on any other text the result means nothing. */
export function outlineJson(text: string): JsonNode {
  return new Outliner(text).value();
}

const scalar = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;
const gap = /[\s,:]*/y;

class Outliner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): JsonNode {
    this.skip();
    const start = this.at;
    if (this.text[start] === '{') return { kind: 'object', start, members: this.until('}', () => this.member()), end: this.at };
    if (this.text[start] === '[') return { kind: 'array', start, items: this.until(']', () => this.value()), end: this.at };
    this.take(scalar);
    return { kind: 'scalar', start, end: this.at };
  }

  private until<T>(closer: string, part: () => T): T[] {
    const parts: T[] = [];
    this.at += 1;
    for (this.skip(); this.at < this.text.length && this.text[this.at] !== closer; this.skip()) parts.push(part());
    this.at += 1;
    return parts;
  }

  private member(): JsonMember {
    const start = this.at;
    const key = JSON.parse(this.take(scalar)) as string;
    return { key, start, value: this.value() };
  }

  private skip(): void {
    if (this.at === 0 && this.text.startsWith('\uFEFF')) this.at = 1;
    this.take(gap);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
