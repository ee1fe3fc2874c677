import { UNKNOWN } from '../shell/scope.ts';
import type { Inner } from './inner.ts';
import { unwrapGit } from './unwrap-git.ts';
import { globalValued } from './valued-options.ts';
import { isUnknown, programName, skipOptions } from './words.ts';

/** Programs that run the rest of their words: the options that take a value, then how many words come before the command. */
const wrappers: Record<string, [valued: string, before?: number]> = {
  builtin: [''],
  busybox: [''],
  caffeinate: ['t w'],
  chronic: [''],
  chroot: ['', 1],
  chrt: ['T P D', 1],
  command: [''],
  doas: ['u C'],
  env: ['u C S --unset --chdir --split-string'],
  exec: ['a'],
  flock: ['w E --timeout', 1],
  ionice: ['c n p P u --class --classdata'],
  ltrace: ['o p s u e'],
  nice: ['n --adjustment'],
  nocorrect: [''],
  noglob: [''],
  nohup: [''],
  npx: ['p c --package --call'],
  bunx: ['p --package'],
  pnpx: [''],
  pkexec: ['--user'],
  runuser: ['u g G'],
  setsid: [''],
  stdbuf: ['i o e --input --output --error'],
  strace: ['o e p s u E P a'],
  sudo: ['u g h p C r t T U D R --user --group --host --prompt --chdir --chroot --role --type --other-user --close-from --command-timeout'],
  taskset: ['', 1],
  time: ['f o --format --output'],
  timeout: ['s k --signal --kill-after', 1],
  toybox: [''],
  unbuffer: [''],
  winpty: [''],
  'xvfb-run': ['n s f e w --server-num --server-args'],
};

/** Package managers and the like: the subcommands after which the command stands. */
const runners: Record<string, string> = {
  bun: 'x',
  bundle: 'exec',
  mise: 'exec x',
  npm: 'exec x',
  pipenv: 'run',
  pnpm: 'exec dlx',
  poetry: 'run',
  uv: 'run',
  yarn: 'exec dlx',
};

/** Wrappers that take `NAME=value` before the command. */
const takesVariables = /(?:^|\/)(?:env|sudo|doas)$/;
/** Programs that run a text given with `-c`. */
const takesText = /^(?:flock|npm|npx|runuser|script|su)$/;
const shells = /^(?:ba|z|da|k|mk|fi|a)?sh$/;

/** Reads one layer of wrapping off a command; `input` is what is piped into it. */
export function unwrap(words: readonly string[], input: string): Inner[] {
  const name = programName(words[0] ?? '');
  if (shells.test(name)) return unwrapShell(words);
  const special = Object.hasOwn(specials, name) ? specials[name]?.(words, input) : undefined;
  if (special) return special;
  const texts = takesText.test(name) ? commandString(words) : [];
  const runner = Object.hasOwn(runners, name) ? runners[name] : undefined;
  if (runner) return [...texts, ...unwrapRunner(words, runner.split(' '))];
  const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  return wrapper ? [...texts, ...unwrapPlain(words, wrapper)] : texts;
}

const specials: Record<string, (words: readonly string[], input: string) => Inner[] | undefined> = {
  '.': readFile,
  at: () => [{ file: '-', parameters: [] }],
  batch: () => [{ file: '-', parameters: [] }],
  command: (words) => (/^-\w*[vV]/.test(words[1] ?? '') ? [] : undefined),
  env: unwrapEnv,
  eval: (words) => [{ text: words.slice(words[1] === '--' ? 2 : 1).join(' ') }],
  find: unwrapFind,
  git: (words) => unwrapGit(words, globalValued.git ?? ''),
  parallel: unwrapParallel,
  source: readFile,
  ssh: (words) => joined(words.slice(skipOptions(words, 1, 'b c D E e F I i J L l m O o p Q R S W w') + 1)),
  tmux: (words) => words.filter((word) => /\s/.test(word)).map((text) => ({ text })),
  trap: (words) => [{ text: words[words[1] === '--' ? 2 : 1] ?? '' }],
  watch: (words) => joined(words.slice(skipOptions(words, 1, 'n q --interval --equexit'))),
  xargs: unwrapXargs,
};

function unwrapPlain(words: readonly string[], [valued, before = 0]: [valued: string, before?: number]): Inner[] {
  const isPassed = (word: string) => isUnknown(word) || /^\w+=/.test(word);
  let at = skipPositionals(words, skipOptions(words, 1, valued), before);
  while (takesVariables.test(words[0] ?? '') && isPassed(words[at] ?? '')) at++;
  return at < words.length ? [{ words: words.slice(at) }] : [];
}

/** Where one of these words is not known, it may as well have been an option: then a number after them is still one of them. */
function skipPositionals(words: readonly string[], from: number, count: number): number {
  const end = from + count;
  return words.slice(from, end).some(isUnknown) && /^[\d.]+\w?$/.test(words[end] ?? '') ? end + 1 : end;
}

function unwrapRunner(words: readonly string[], verbs: string[]): Inner[] {
  const at = words.findIndex((word, index) => index > 0 && verbs.includes(word));
  return at < 0 ? [] : unwrapPlain(words.slice(at), ['p c --package --call --with --python']);
}

/** `bash -lc 'text' name argument...`, `bash file argument...`, or a shell that reads its input. */
function unwrapShell(words: readonly string[]): Inner[] {
  const at = skipShellOptions(words);
  const options = words.slice(1, at);
  const [first = '', ...rest] = words.slice(at);
  const inline = options.find((word) => word.startsWith('--command='));
  if (inline) return [{ text: inline.slice('--command='.length), parameters: [] }];
  if (options.some((word) => /^-\w*c|^--command$/.test(word))) return [{ text: first, parameters: rest }];
  const readsInput = first === '' || options.some((word) => /^-\w*s/.test(word));
  return [readsInput ? { file: '-', parameters: words.slice(at - 1) } : { file: first, parameters: [first, ...rest] }];
}

function skipShellOptions(words: readonly string[]): number {
  let at = 1;
  for (; /^[-+]./.test(words[at] ?? ''); at++) {
    if (words[at] === '--') return at + 1;
    if (/^--(?:rcfile|init-file|init-command)$|^[-+]\w*[oO]$/.test(words[at] ?? '')) at++;
  }
  return at;
}

function readFile(words: readonly string[]): Inner[] {
  const at = words[1] === '--' ? 2 : 1;
  return [{ file: words[at] ?? '', parameters: words.slice(at) }];
}

/** `su -c 'text'`, `script -qc 'text'`, `npx --call='text'`. */
function commandString(words: readonly string[]): Inner[] {
  const texts = words.flatMap((word, at) => {
    if (/^(?:-\w*c|--(?:command|call|session-command))$/.test(word)) return words.slice(at + 1, at + 2);
    return /^--(?:command|call|session-command)=([\s\S]*)/.exec(word)?.slice(1) ?? [];
  });
  return texts.map((text) => ({ text }));
}

function unwrapEnv(words: readonly string[]): Inner[] | undefined {
  const at = words.findIndex((word) => /^(-\w*S|--split-string)/.test(word));
  if (at < 0 || at >= skipOptions(words, 1, wrappers.env?.[0] ?? '')) return undefined;
  const attached = (words[at] ?? '').replace(/^(-\w*S|--split-string=?)/, '');
  return [{ text: `env ${attached || words[at + 1]} "$@"`, parameters: words.slice(attached ? at : at + 1) }];
}

function unwrapFind(words: readonly string[]): Inner[] {
  return words.flatMap((word, at) => {
    if (!/^-(exec|ok)(dir)?$/.test(word)) return [];
    const end = words.findIndex((later, index) => index > at && (later === ';' || later === '+'));
    return [{ words: words.slice(at + 1, end < 0 ? undefined : end).map((part) => part.replaceAll('{}', UNKNOWN)) }];
  });
}

function unwrapXargs(words: readonly string[], input: string): Inner[] {
  const valued = 'a d E I L n P s --arg-file --delimiter --max-args --max-lines --max-procs --max-chars';
  const at = skipOptions(words, 1, valued);
  const inner = words.slice(at);
  if (inner.length === 0) return [];
  const mark = replaceMark(words.slice(1, at));
  if (mark) return [{ words: inner.map((word) => word.replaceAll(mark, input.trimEnd())) }];
  return [
    {
      words: [
        ...inner,
        ...input
          .replace(/['"\\]/g, '')
          .split(/\s+/)
          .filter(Boolean),
      ],
    },
  ];
}

/** What `xargs` replaces by its input: `-I X`, `-IX`, or `{}` for `-i` and `--replace`. */
function replaceMark(options: readonly string[]): string {
  const at = options.findIndex((word) => /^-\w*I/.test(word));
  if (at >= 0) return options[at]?.replace(/^-\w*?I/, '') || (options[at + 1] ?? '');
  const implied = options.map((word) => /^(?:-i|--replace=?)(.*)/.exec(word)?.[1]).find((found) => found !== undefined);
  return implied === '' ? '{}' : (implied ?? '');
}

function unwrapParallel(words: readonly string[], input: string): Inner[] {
  const from = skipOptions(words, 1, 'j P n N a S --jobs --colsep --delay --joblog --results --tmpdir --timeout --max-procs');
  const mark = words.findIndex((word) => /^:::\+?$/.test(word));
  const command = words.slice(from, mark < 0 ? undefined : mark).join(' ');
  const values = mark < 0 ? input.split('\n').filter(Boolean) : words.slice(mark + 1);
  return values.slice(0, 64).map((value) => ({ text: command.includes('{}') ? command.replaceAll('{}', value) : `${command} ${value}` }));
}

function joined(words: readonly string[]): Inner[] {
  return words.length > 0 ? [{ text: words.join(' ') }] : [];
}
