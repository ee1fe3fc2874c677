import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { readState, writeState } from './state-file.ts';

const secretBytes = 32;

/** A secret of 256 bits in a file that only this user can read; made anew where there is none, and where others could have read it. */
export function keepSecret(file: string): string {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  const mayTrust = stat?.isFile() === true && (stat.mode & 0o077) === 0 && (process.getuid === undefined || stat.uid === process.getuid());
  const known = mayTrust ? readState(file) : undefined;
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const secret = randomBytes(secretBytes).toString('base64url');
  writeState(file, secret);
  return secret;
}
