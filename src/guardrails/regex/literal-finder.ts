export interface Found {
  ids: readonly number[];
  has(id: number): boolean;
}

/**
 * Finds many short texts in one pass (Aho and Corasick's automaton), however many there are: `includes` reads a text once for
 * each. Texts that are not ASCII are looked for one by one.
 */
export class LiteralFinder {
  readonly #ids = new Map<string, number>();
  readonly #others: string[] = [];
  /** Of a character, by its code: 0 where no text has it. As long as there are codes: a look past the end is slow. */
  readonly #classes = new Uint8Array(0x1_00_00);
  readonly #width: number;
  /** By state and class, both in one index: twice the index at which the next state begins, and one more where something has been found then. */
  readonly #next: Uint32Array;
  /** By the index at which a state begins. */
  readonly #found = new Map<number, readonly number[]>();
  readonly #seen: Uint8Array;

  constructor(literals: Iterable<string>) {
    const texts = [...new Set(literals)];
    for (const [id, text] of texts.entries()) this.#ids.set(text, id);
    const ascii = texts.filter((text) => /^[\0-\x7f]+$/.test(text));
    this.#others = texts.filter((text) => !ascii.includes(text));
    const chars = [...new Set(ascii.join(''))];
    for (const [index, char] of chars.entries()) this.#classes[char.charCodeAt(0)] = index + 1;
    this.#width = chars.length + 1;
    this.#seen = new Uint8Array(texts.length);
    this.#next = this.#link(this.#plant(ascii)).map((state) => state * 2 + (this.#found.has(state) ? 1 : 0));
  }

  /** Numbers of the texts, by which `find` answers. */
  idsOf(literals: readonly string[]): number[] {
    return literals.flatMap((literal) => this.#ids.get(literal) ?? []);
  }

  /** Which of the texts stand in this one, by their numbers; `has` answers until the next call. */
  find(text: string): Found {
    const [classes, next] = [this.#classes, this.#next];
    this.#seen.fill(0);
    const ids: number[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = next[(state >> 1) + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      if ((state & 1) === 1) this.#note(this.#found.get(state >> 1) ?? [], ids);
    }
    for (const other of this.#others) if (text.includes(other)) this.#note(this.idsOf([other]), ids);
    return { ids, has: (id) => this.#seen[id] === 1 };
  }

  #note(found: readonly number[], ids: number[]): void {
    for (const id of found) {
      if (this.#seen[id] === 1) continue;
      this.#seen[id] = 1;
      ids.push(id);
    }
  }

  /** A tree of all texts: for each state the state behind each class. */
  #plant(texts: readonly string[]): Map<number, number>[] {
    const tree: Map<number, number>[] = [new Map()];
    for (const text of texts) {
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        const kind = this.#classes[text.charCodeAt(at)] ?? 0;
        const known = tree[state]?.get(kind);
        if (known === undefined) tree[state]?.set(kind, tree.push(new Map()) - 1);
        state = known ?? tree.length - 1;
      }
      this.#found.set(state * this.#width, [this.#ids.get(text) ?? 0]);
    }
    return tree;
  }

  /** Where a text does not go on, what goes on is the longest end of it that another begins with. */
  #link(tree: readonly Map<number, number>[]): Uint32Array {
    const width = this.#width;
    const next = new Uint32Array(tree.length * width);
    const fallbacks = new Map<number, number>([[0, 0]]);
    for (const [state, fallback] of fallbacks) {
      if (state !== 0) this.#endAsWell(state * width, fallback * width);
      next.copyWithin(state * width, fallback * width, (fallback + 1) * width);
      for (const [kind, child] of tree[state] ?? []) {
        fallbacks.set(child, state === 0 ? 0 : (next[state * width + kind] ?? 0) / width);
        next[state * width + kind] = child * width;
      }
    }
    return next;
  }

  #endAsWell(state: number, fallback: number): void {
    const ends = this.#found.get(fallback);
    if (ends !== undefined) this.#found.set(state, [...(this.#found.get(state) ?? []), ...ends]);
  }
}
