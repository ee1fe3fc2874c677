import path from 'node:path';

/** What programs need to be found and to find their own: no token, no key, no settings of other programs. */
const passedOn = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR', 'TMP', 'TEMP'],
  ...['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'JAVA_HOME', 'VIRTUAL_ENV', 'PYENV_ROOT'],
  ...['CARGO_HOME', 'RUSTUP_HOME', 'RUSTUP_TOOLCHAIN', 'CARGO_TARGET_DIR', 'GOPATH', 'GOROOT', 'GOCACHE', 'GOMODCACHE'],
  ...['SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ProgramData', 'ProgramFiles'],
];

/** An environment without secrets for a program of the repository at `root`, which finds the repository's own programs first. */
export function bareEnvironment(root: string, env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const kept = Object.fromEntries(passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  const own = [path.join(root, 'node_modules', '.bin'), path.join(root, '.venv', 'bin')];
  return { ...kept, PATH: [...own, ...(env.PATH === undefined ? [] : [env.PATH])].join(path.delimiter), NO_COLOR: '1' };
}
