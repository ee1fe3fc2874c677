import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readStateBytes, writeState } from '../state/state-file.ts';

/** Where the code that V8 made of a bundle is kept, and what it was made from. */
export interface KeptCode {
  file: string;
  /** Another stamp, another bundle: V8 itself compares no more than the length of the source. */
  stamp: string;
}

const load = createRequire(import.meta.url);

/** What stands around a CommonJS module that `loadBundle` runs: to put it there when it is loaded would copy the whole text. */
export const wrapper = ['(function(module,exports,require,__filename,__dirname){"use strict";', '\nreturn module.exports})'] as const;

/**
 * Runs a CommonJS bundle (its real path) that is wrapped in `wrapper` with the code that V8 made of it in an earlier call: all functions that
 * call had used are ready, where `require` compiles each anew at its first use. Code of another bundle or another Node is
 * ignored. `keepCode` keeps what is compiled by now, where nothing is kept yet, or only the code of a call that ended early.
 */
export function loadBundle(file: string, kept: KeptCode) {
  const { Script }: typeof import('node:vm') = load('node:vm');
  const found = readCode(kept);
  const script = new Script(fs.readFileSync(file, 'utf8'), { filename: file, ...(found === undefined ? {} : { cachedData: found.code }) });
  const module = { exports: {} };
  const exports = script.runInThisContext()(module, module.exports, requireFrom(file), file, path.dirname(file));
  const keepCode = (whole: boolean) => {
    if (script.cachedDataRejected === false && (found?.whole === true || !whole)) return;
    writeState(kept.file, Buffer.concat([head(kept, whole), script.createCachedData()]));
  };
  return { exports, keepCode };
}

/** Node's own modules are the same from everywhere; making a `require` for the rest costs a tenth of a millisecond. */
function requireFrom(file: string): Pick<NodeJS.Require, 'resolve'> & ((id: string) => unknown) {
  let own: NodeJS.Require | undefined;
  const real = () => {
    own ??= createRequire(file);
    return own;
  };
  const resolve: NodeJS.RequireResolve = Object.assign((id: string) => real().resolve(id), {
    paths: (id: string) => real().resolve.paths(id),
  });
  return Object.assign((id: string): unknown => (id.startsWith('node:') ? load(id) : real()(id)), { resolve });
}

function readCode(kept: KeptCode): { code: Buffer; whole: boolean } | undefined {
  const bytes = readStateBytes(kept.file);
  for (const whole of [true, false]) {
    const start = head(kept, whole);
    // Never empty: Node would call that accepted.
    if (bytes !== undefined && bytes.length > start.length && bytes.subarray(0, start.length).equals(start))
      return { code: bytes.subarray(start.length), whole };
  }
  return undefined;
}

function head({ stamp }: KeptCode, whole: boolean): Buffer {
  return Buffer.from(`${whole ? 'whole' : 'early'} ${stamp}\n`);
}
