import { lazyRequire } from '../../imports/lazy-require.ts';
import { asObject, type Json, type JsonObject } from '../../imports/typescript/json.ts';

/** A TOML document as plain values; undefined where it cannot be read. Loads its parser on first use. */
export function parseToml(text: string): JsonObject | undefined {
  const toml: typeof import('smol-toml') = lazyRequire('smol-toml');
  try {
    // Dates and the like become text: only names are looked for.
    const document = toml.parse(text.replace(/^\uFEFF/, ''), { integersAsBigInt: 'asNeeded' });
    const plain: Json = JSON.parse(JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
    return asObject(plain);
  } catch {
    return undefined;
  }
}
