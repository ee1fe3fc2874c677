import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { PlatformError } from '../errors.ts';
import { createState } from './create-state.ts';
import { readState } from './state-file.ts';

/** Where the secret lies that whoever calls us over the network of this machine must know: a file that its owner alone may read. */
export function accessTokenFile(stateFolder: string): string {
  return path.join(stateFolder, 'mcp.token');
}

/** The secret of a repository; it is made where there is none yet. */
export function openAccessToken(stateFolder: string): string {
  const file = accessTokenFile(stateFolder);
  const made = readState(file) === undefined ? createState(file, `${randomBytes(32).toString('base64url')}\n`) : 'there';
  const token = readState(file)?.trim() ?? '';
  if (/^[\w-]{43}$/.test(token)) return token;
  throw new PlatformError(`${file} ${made === 'refused' ? 'cannot be written' : 'holds no token'}.`, {
    code: 'no-access-token',
    facts: { file },
    fix: made === 'refused' ? 'See to it that its folder belongs to you and can be written.' : `Remove ${file}: a new one is made.`,
  });
}
