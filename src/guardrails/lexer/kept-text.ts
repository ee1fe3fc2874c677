/** A text without some of its parts. */
export class KeptText {
  readonly #text: string;
  readonly #pieces: string[] = [];
  #keptTo = 0;
  #length = 0;
  /** In turn an index of the code and one of the text: from where on both go on alike. */
  readonly #both: number[] = [0, 0];

  constructor(text: string) {
    this.#text = text;
  }

  /** `instead`: what stands there now. Parts are left out in their order. */
  leaveOut(start: number, end: number, instead = ''): void {
    if (end <= start) return;
    this.#pieces.push(this.#text.slice(this.#keptTo, start) + instead);
    this.#length += start - this.#keptTo + instead.length;
    this.#both.push(this.#length, end);
    this.#keptTo = end;
  }

  /** Where in the text a character is that was kept; of what stands instead of something, some place before its end. */
  textIndex(index: number): number {
    const both = this.#both;
    let [low, high] = [0, both.length / 2];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((both[2 * middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    const at = (both[2 * low + 1] ?? 0) + index - (both[2 * low] ?? 0);
    return Math.min(at, (this.#both[2 * low + 3] ?? Infinity) - 1);
  }

  join(): string {
    return this.#pieces.length === 0 ? this.#text : [...this.#pieces, this.#text.slice(this.#keptTo)].join('');
  }
}
