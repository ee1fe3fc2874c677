import { UNKNOWN } from '../shell/scope.ts';
import { globalValued } from './valued-options.ts';
import { skipOptions } from './words.ts';

/** Programs that write no file, whatever their words are. */
const always = new Set(
  `: [ [[ basename cat cd cmp column comm cut df dirname du echo egrep exit expr export false fgrep fold grep head
  hexdump id jq local ls md5sum nl od paste pgrep popd printenv printf ps pushd pwd read readlink realpath rev return seq set
  sha1sum sha256sum shift sleep stat strings tac tail test tr true type uname unset wait wc which whoami`.split(/\s+/),
);

/** Programs that write no file unless one of their words is such; a word that is not known may be. */
const unless: Record<string, RegExp> = {
  awk: />|\||system|^-[^Fv]|^--/,
  command: /^(?!-[vV]$)(?=-)/,
  date: /^-\w*s|^--set/,
  diff: /^--output/,
  fd: /^-\w*[xX]|^--exec/,
  file: /^-\w*C|^--compile/,
  find: /^-(?:delete|exec|execdir|ok|okdir|fprint|fprint0|fprintf|fls)$/,
  less: /^-\w*[oO]|^--log/i,
  rg: /^--pre/,
  sort: /^-\w*[oT]|^--output|^--compress/,
  tree: /^-\w*[oR]/,
  uniq: /^[^-]/,
};

const gitAlways =
  /^(?:blame|cat-file|check-ignore|cherry|count-objects|describe|diff|for-each-ref|grep|help|log|ls-files|ls-remote|ls-tree|merge-base|name-rev|rev-list|rev-parse|shortlog|show|status|version)$/;
/** Subcommands that read when the words after them are these. */
const gitWhen: Record<string, RegExp> = {
  branch: /^(?:(?:-[avr]+|-vv|--list|--all|--remotes|--show-current|--contains|--merged)(?: |$))*$/,
  config: /^(?:--get|--list|-l|get|list)(?: |$)/,
  reflog: /^(?:show)?$/,
  remote: /^(?:-v|show|get-url)?(?: |$)/,
  stash: /^(?:list|show)(?: |$)/,
  tag: /^(?:-l|--list)?(?: |$)/,
  worktree: /^list(?: |$)/,
};

/** True of a command that provably writes no file by itself; what it runs in its turn is judged apart. */
export function readsOnly(name: string, words: readonly string[]): boolean {
  if (always.has(name)) return true;
  if (name === 'git') return gitReadsOnly(words);
  if (name === 'sed') return sedReadsOnly(words.slice(1));
  const writes = Object.hasOwn(unless, name) ? unless[name] : undefined;
  return writes !== undefined && !words.slice(1).some((word) => word.startsWith(UNKNOWN) || writes.test(word));
}

function gitReadsOnly(words: readonly string[]): boolean {
  if (words.some((word) => word.startsWith(UNKNOWN) || /^(?:-c$|--config-env|--output|--ext-diff|-O|--open-files)/.test(word)))
    return false;
  const at = skipOptions(words, 1, globalValued.git ?? '');
  const subcommand = words[at] ?? '';
  const allowed = Object.hasOwn(gitWhen, subcommand) ? gitWhen[subcommand] : undefined;
  return gitAlways.test(subcommand) || (allowed?.test(words.slice(at + 1).join(' ')) ?? false);
}

/** Only the commands that print, delete, quit and substitute; `sed` has others that write files and run programs. */
function sedReadsOnly(words: readonly string[]): boolean {
  if (words.some((word) => word.startsWith(UNKNOWN) || /^-(?![nEres]+$)/.test(word))) return false;
  const given = words.filter((_, at) => /^-\w*e$/.test(words[at - 1] ?? ''));
  const scripts = given.length > 0 ? given : words.filter((word) => !word.startsWith('-')).slice(0, 1);
  const address = String.raw`(?:\d+|\$|/[^/\n]*/)`;
  const substitution = String.raw`s([/|#,])(?:(?!\1)[^\n\\]|\\[^\n])*\1(?:(?!\1)[^\n\\]|\\[^\n])*\1[gpiI\d]*`;
  const command = new RegExp(`^(?:${address}(?:,\\+?${address})?)?(?:[pdq=]|${substitution})$`);
  return (
    scripts.length > 0 &&
    scripts.every((script) => script.length < 500 && (command.test(script) || script.split(';').every((one) => command.test(one.trim()))))
  );
}
