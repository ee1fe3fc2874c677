import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

let loaded: ((text: string) => number) | undefined;

/** Counts tokens of o200k. Its vocabulary takes a quarter of a second to load: who can do with what was counted before does not ask. */
export function loadTokenCounter(): (text: string) => number {
  if (loaded === undefined) {
    const { countTokens }: typeof import('gpt-tokenizer/encoding/o200k_base') = load('gpt-tokenizer/encoding/o200k_base');
    loaded = (text) => countTokens(text, { disallowedSpecial: new Set() }); // a text may speak of special tokens
  }
  return loaded;
}
