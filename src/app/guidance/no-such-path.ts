import { MisuseError } from '#kernel/errors.ts';

export function noSuchPath(path: string): never {
  throw new MisuseError(`${path} lies outside this repository.`, {
    code: 'outside-repository',
    facts: { path },
    fix: 'Name files of this repository, relative to the folder you are in; they need not exist yet.',
  });
}
