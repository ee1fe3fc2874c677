import fc from 'fast-check';

/** A line under construction; `simple` is one command that may stand behind a prefix such as `env`. */
interface Line {
  text: string;
  simple: boolean;
}

type Wrap = (text: string) => string;

const commands = [
  ['git', 'push', '-f'],
  ['git', 'push', '--force'],
  ['git', 'push', '-fu', 'origin', 'main'],
  ['git', 'push', '-uf'],
  ['git', 'push', 'origin', 'main', '-f'],
  ['git', 'push', 'origin', '+main'],
  ['git', '-C', '.', 'push', '-f'],
  ['git', '-c', 'a.b=c d', '--git-dir', 'x y', 'push', '--force'],
  ['git', '-C', 'push', 'status', '-f'],
  ['git', 'push'],
  ['git', 'push', '-u', 'origin', 'main'],
  ['git', 'push', '--force-with-lease'],
  ['git', 'push', '--', '-f'],
  ['git', 'push', '-o', '-f'],
  ['git', 'commit', '-m', 'git push -f'],
  ['git', 'log', '-f', 'push'],
  ['git', 'status'],
  ['echo', 'git', 'push', '-f'],
];

const escapeEach: Wrap = (word) => [...word].map((letter) => `\\${letter}`).join('');
const ansi: Wrap = (word) => `$'${[...word].map((letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('')}'`;
const single: Wrap = (word) => `'${word.replaceAll("'", "'\\''")}'`;
const double: Wrap = (word) => `"${word.replace(/[\\"$`]/g, '\\$&')}"`;
const middle: Wrap = (word) => `${single(word.slice(0, 1))}${double(word.slice(1, 2))}${escapeEach(word.slice(2))}`;
const quotings: Wrap[] = [
  single,
  double,
  escapeEach,
  ansi,
  middle,
  (word) => `$(printf %s ${single(word)} )`,
  (word) => `\${NOTHING:-${double(word)}}`,
];

/** Ways to say that one command runs another. */
const prefixes = [
  'env ',
  'env A=b ',
  'env -u HOME A=b ',
  'A=b ',
  'A=b C="d e" ',
  'command ',
  'exec ',
  'nohup ',
  'setsid -w ',
  'timeout 5 ',
  'timeout -s KILL 5s ',
  'timeout --signal=KILL 5 ',
  'nice ',
  'nice -n 5 ',
  'stdbuf -o0 ',
  'stdbuf -o 0 -e0 ',
  '! ',
  'time ',
  'time -p ',
  'true; ',
  '2>/dev/null ',
  '> /dev/null ',
  'xargs < /dev/null ',
  'xargs -n 3 -P 1 < /dev/null ',
];

/** What only the shell itself can run, so that no program can stand before it. */
const builtin = /^(?:command|exec|!|time|true|A=b)/;

/** Contexts in which bash runs the text; a line break after it ends its comment or here-document. */
const contexts: Wrap[] = [
  (text) => `true && ${text}`,
  (text) => `false || ${text}`,
  (text) => `{ ${text}\n} | cat`,
  (text) => `true | { ${text}\n}`,
  (text) => `{ ${text}\n} & wait`,
  (text) => `( ${text}\n)`,
  (text) => `{ ${text}\n}`,
  (text) => `if true; then ${text}\nelse :; fi`,
  (text) => `if ${text}\nthen :; fi`,
  (text) => `for i in 1 2; do ${text}\ndone`,
  (text) => `for ((i = 1 << 1; i < 3; i++)); do ${text}\ndone`,
  (text) => `while ${text}\ndo break; done`,
  (text) => `until ! { ${text}\n}\ndo break\ndone`,
  (text) => `case a in (b|c) false ;; a) ${text}\n;; *) ;; esac`,
  (text) => `echo $(${text}\n)`,
  (text) => `echo "a $(${text}\n) b"`,
  (text) => `x=$(${text}\n)`,
  (text) => `echo \`${text.replace(/[\\`$]/g, '\\$&')}\n\``,
  (text) => `cat <(${text}\n)`,
  (text) => `echo \${NOTHING:-$(${text}\n)}`,
  (text) => `(( 1 + $({ ${text}\n} > /dev/null; echo 1) ))`,
  (text) => `cat <<EOF${text.length}\n$(${text}\n)\nEOF${text.length}`,
  (text) => `cat <<< "$(${text}\n)"`,
  (text) => `bash -c ${single(text)}`,
  (text) => `bash -Bc ${double(text)}`,
  (text) => `bash --norc -B -o pipefail -c ${single(text)} name`,
  (text) => `sh -c ${single(text)}`,
  (text) => `env A=b bash -c ${single(text)}`,
  (text) => `eval ${single(text)}`,
  (text) => `eval ${double(text)}`,
  (text) => `X=${single(text)}; eval "$X"`,
  (text) => `X=${single(text)}\nbash -c "$X"`,
  (text) => `export X=${single(text)}; sh -c 'eval "$X"'`,
  (text) => `echo ${single(text)} | bash`,
  (text) => `printf '%s\\n' ${single(text)} | sh`,
  (text) => `bash <<< ${single(text)}`,
  (text) => `bash << 'END OF ${text.length}'\n${text}\nEND OF ${text.length}\necho`,
  (text) => `cat << 'EOT ${text.length}' | bash -s\n${text}\nEOT ${text.length}`,
  (text) => `. <(echo ${single(text)})`,
  (text) => `bash <(printf %s ${single(text)})`,
  (text) => `f() { ${text}\n}; f`,
  (text) => `function f { ${text}\n} && f`,
  (text) => `( trap ${single(text)} EXIT)`,
  (text) => `find . -maxdepth 0 -exec bash -c ${single(text)} \\;`,
  (text) => `echo ${single(text)} > written${text.length}.sh; bash written${text.length}.sh`,
  (text) =>
    `cat > ./written${text.length}.sh <<'EOT${text.length}'\n${text}\nEOT${text.length}\nchmod +x written${text.length}.sh && ./written${text.length}.sh`,
  (text) => `echo ${single(text)} | tee written${text.length}.sh | bash`,
  (text) => `echo ${Buffer.from(text).toString('base64')} | base64 -d | bash`,
  (text) => `echo a # b\n${text}\n# c`,
  (text) => `echo \\\n a; ${text}`,
  (text) => `[[ a == a && ( b < c ) ]] && ${text}`,
];

/** Contexts in which the text is no more than text. */
const quiet: Wrap[] = [
  (text) => `echo ${single(text)}`,
  (text) => `: ${double(text)}`,
  (text) => `# ${text.replaceAll('\n', ' ')}`,
  (text) => `cat << 'QUIET${text.length}'\n${text}\nQUIET${text.length}`,
  (text) => `X=${single(text)}`,
  (text) => `echo ${single(text)} > written.txt`,
  (text) => `grep -e ${single(text)} /dev/null`,
];

/** Lines around git commands whose words are quoted, indirect and wrapped in one another, as bash would run them. */
export const generatedLine: fc.Arbitrary<string> = fc
  .record({
    words: fc.constantFrom(...commands),
    quotes: fc.array(fc.constantFrom(...Array.from({ length: 6 }, () => undefined), ...quotings), { minLength: 8, maxLength: 8 }),
    indirection: fc.constantFrom(...indirections()),
    prefixes: fc.array(fc.constantFrom(...prefixes), { maxLength: 2 }),
    contexts: fc.array(fc.constantFrom(...contexts), { maxLength: 3 }),
    silenced: fc.constantFrom(...Array.from({ length: 60 }, () => undefined), ...quiet),
  })
  .map((choice) => {
    const quoted = choice.words.map((word, at) => choice.quotes[at]?.(word) ?? (/^[\w+.-]+$/.test(word) ? word : single(word)));
    let line = choice.indirection(quoted);
    for (const prefix of choice.prefixes) if (line.simple) line = { text: prefix + line.text, simple: !builtin.test(prefix) };
    const running = choice.contexts.reduce((text, wrap) => wrap(text), line.text);
    return choice.silenced ? choice.silenced(running) : running;
  });

/** Ways to name the words of a command without writing them in a row. */
function indirections(): ((words: string[]) => Line)[] {
  return [
    (words) => ({ text: words.join(' '), simple: true }),
    (words) => ({ text: words.join(' '), simple: true }),
    (words) => ({ text: words.join('  \\\n\t'), simple: true }),
    ([program, ...rest]) => ({ text: `G=${program}; $G ${rest.join(' ')}`, simple: false }),
    ([program, ...rest]) => ({ text: `G=${program}\n"\${G}" ${rest.join(' ')}`, simple: false }),
    (words) => ({ text: `A=(${words.join(' ')}); "\${A[@]}"`, simple: false }),
    (words) => ({ text: `set -- ${words.join(' ')}; "$@"`, simple: false }),
    ([program, ...rest]) => ({ text: `f() { ${program} "$@"; }; f ${rest.join(' ')}`, simple: false }),
    ([program, ...rest]) => ({ text: `bash -c '${program?.replaceAll("'", "'\\''")} "$@"' name ${rest.join(' ')}`, simple: true }),
    ([program, verb, ...rest]) => ({ text: `for v in ${verb}; do ${program} "$v" ${rest.join(' ')}; done`, simple: false }),
    ([program, ...rest]) => ({ text: `${program}\${IFS}${rest.join(' ')}`, simple: true }),
  ];
}
