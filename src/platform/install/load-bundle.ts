import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import { readStateBytes, writeState } from '../state/state-file.ts';

/** Where the code that V8 made of a bundle is kept, and what it was made from. */
export interface KeptCode {
  /** What its name begins with. */
  file: string;
  /** Another stamp, another bundle: V8 itself compares no more than the length of the source. */
  stamp: string;
}

const load = createRequire(import.meta.url);

/** What stands around a CommonJS module that `loadBundle` runs: to put it there when it is loaded would copy the whole text. */
export const wrapper = ['(function(module,exports,require,__filename,__dirname){"use strict";', '\nreturn module.exports})'] as const;

/**
 * Runs a CommonJS bundle (its real path) that is wrapped in `wrapper` with the code that V8 made of it in earlier calls: all functions that
 * they used are ready, where `require` compiles each anew at its first use. Code of another bundle or another Node is
 * ignored. `keepCode` keeps what is compiled by now, where nothing is kept yet, or only the code of calls that ended early or were few.
 */
export function loadBundle(file: string, kept: KeptCode) {
  const { Script }: typeof import('node:vm') = load('node:vm');
  const codeFile = `${kept.file}-${shortHash(kept.stamp)}`;
  const known = readCode(codeFile);
  const script = new Script(fs.readFileSync(file, 'utf8'), { filename: file, cachedData: known?.subarray(headBytes) });
  const module = { exports: {} };
  const exports = script.runInThisContext()(module, module.exports, requireFrom(file), file, path.dirname(file));
  const calls = script.cachedDataRejected === false ? (known?.[0] ?? 0) : undefined;
  const keepCode = (whole: boolean) => {
    if (calls !== undefined && (!whole || calls >= enoughCalls)) return;
    const code = larger(script.createCachedData(), calls ? known?.subarray(headBytes) : undefined);
    try {
      writeState(codeFile, Buffer.concat([Buffer.alloc(headBytes, whole ? (calls ?? 0) + 1 : 0), code]));
      if (calls === undefined) removeOthers(kept.file, codeFile);
    } catch {
      // a full disk, a folder that may not be written: the answer is there all the same
    }
  };
  return { exports, keepCode };
}

/** V8 leaves out what this call did not use, and earlier ones did. */
function larger(code: Buffer, known: Buffer | undefined): Buffer {
  return known !== undefined && known.length > code.length ? known : code;
}

/** What is there but cannot be read is none; nor is what is empty, which Node would call accepted. */
function readCode(file: string): Buffer | undefined {
  try {
    const bytes = readStateBytes(file);
    return bytes === undefined || bytes.length <= headBytes ? undefined : bytes;
  } catch {
    return undefined;
  }
}

/** The first byte counts the calls that went all the way and added to what is kept; V8 wants what follows aligned. */
const headBytes = 8;

/** The first compiles the pages too and the second reads what it wrote; what comes then is what they all do. */
const enoughCalls = 3;

/** Code of bundles that were replaced. What another process is about to rename stays. */
function removeOthers(begin: string, own: string): void {
  for (const name of fs.readdirSync(path.dirname(own))) {
    const other = path.join(path.dirname(own), name);
    if (other.startsWith(`${begin}-`) && other !== own && !name.endsWith('.tmp')) fs.rmSync(other, { force: true });
  }
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
