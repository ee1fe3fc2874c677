/** A text without some of its parts. */
export class KeptText {
  readonly #text: string;
  readonly #pieces: string[] = [];
  #keptTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `instead`: what stands there now. Parts are left out in their order. */
  leaveOut(start: number, end: number, instead = ''): void {
    if (end <= start) return;
    this.#pieces.push(this.#text.slice(this.#keptTo, start) + instead);
    this.#keptTo = end;
  }

  join(): string {
    return this.#pieces.length === 0 ? this.#text : [...this.#pieces, this.#text.slice(this.#keptTo)].join('');
  }
}
