import { MisuseError } from '#kernel/errors.ts';
import type { InboxPlace } from './inbox-place.ts';

/** Where only the asker's sandbox is allowed to write, nobody answers. */
export function notWritable({ questions }: InboxPlace): MisuseError {
  return new MisuseError(`${questions} cannot be written from here.`, {
    code: 'state-not-writable',
    facts: { folder: questions },
    fix: 'Run it outside the sandbox, as the user whom the folder belongs to.',
  });
}
