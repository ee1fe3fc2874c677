import type { Inner } from './inner.ts';
import { skipOptions } from './words.ts';

/** What a git command runs in its turn: an alias given with `-c`, and what the few subcommands are told to run. */
export function unwrapGit(words: readonly string[], valued: string): Inner[] {
  const at = skipOptions(words, 1, valued);
  const [subcommand = '', ...rest] = words.slice(at);
  for (const word of words.slice(1, at)) {
    const [, name, value = ''] = /^(?:-c)?alias\.([^=]+)=([\s\S]*)$/i.exec(word) ?? [];
    if (name === subcommand)
      return [{ text: `${value.startsWith('!') ? value.slice(1) : `git ${value}`} "$@"`, parameters: words.slice(at) }];
  }
  if (subcommand === 'submodule') return runAfter(rest, 'foreach');
  if (subcommand === 'bisect') return runAfter(rest, 'run');
  return subcommand === 'rebase' ? rest.flatMap((word, index) => execText(word, rest[index + 1])) : [];
}

function runAfter(words: readonly string[], verb: string): Inner[] {
  const at = words.indexOf(verb);
  const inner = at < 0 ? [] : words.slice(skipOptions(words, at + 1, ''));
  const [only = ''] = inner;
  return inner.length > 1 ? [{ words: inner }] : [{ text: only }];
}

function execText(word: string, next = ''): Inner[] {
  const text = /^(?:--exec=|-x(?=.))([\s\S]*)/.exec(word)?.[1] ?? (word === '-x' || word === '--exec' ? next : '');
  return text ? [{ text }] : [];
}
