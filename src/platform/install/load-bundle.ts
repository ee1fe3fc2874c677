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

/**
 * Runs a CommonJS bundle (its real path; it must be ASCII) with the code that V8 made of it in an earlier call: all functions that
 * call had used are ready, where `require` compiles each anew at its first use. Code of another bundle or another Node is
 * ignored. `keepCode` keeps what is compiled by now; it does nothing where that was kept already.
 */
export function loadBundle(file: string, kept: KeptCode) {
  const { Script }: typeof import('node:vm') = load('node:vm');
  const cachedData = readCode(kept);
  const source = fs.readFileSync(file, 'latin1'); // faster than UTF-8, and the same for ASCII
  const script = new Script(`(function(module,exports,require,__filename,__dirname){${source}\nreturn module.exports})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  const exports = script.runInThisContext()(module, module.exports, requireFrom(file), file, path.dirname(file));
  const keepCode = () => {
    if (script.cachedDataRejected !== false) writeState(kept.file, Buffer.concat([head(kept), script.createCachedData()]));
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

function readCode(kept: KeptCode): Buffer | undefined {
  const bytes = readStateBytes(kept.file);
  const start = head(kept);
  if (bytes === undefined || bytes.length === start.length || !bytes.subarray(0, start.length).equals(start)) return undefined;
  return bytes.subarray(start.length); // never empty: Node would call that accepted
}

function head({ stamp }: KeptCode): Buffer {
  return Buffer.from(`${stamp}\n`);
}
