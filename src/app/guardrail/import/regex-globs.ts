/**
 * The globs that match what a regular expression over paths matches; undefined where it is not of the plain shapes that
 * people write for folders and files: `^src/(a|b)/`, `^src/[^/]+/index[.]ts$`.
 */
export function regexGlobs(source: string): string[] | undefined {
  if (!source.startsWith('^')) return undefined;
  const exact = source.endsWith('$');
  const body = source
    .slice(1, exact ? -1 : undefined)
    .replace(/\[\^\/\]\+/g, '*')
    .replace(/\[([.])\]|\\([./-])/g, (_, inBrackets: string | undefined, escaped: string | undefined) => `\0${inBrackets ?? escaped ?? ''}`)
    .replace(/\((?:\?:)?([\w@/-]+(?:\|[\w@/-]+)*)\)/g, (_, words: string) =>
      words.includes('|') ? `{${words.replaceAll('|', ',')}}` : words,
    );
  if (!/^(?:[\w@/*{},-]|\0[./-])*$/.test(body) || /^(?:node_modules|$)/.test(body)) return undefined;
  const glob = body.replaceAll('\0', '');
  if (exact) return [glob];
  return glob.endsWith('/') ? [`${glob}**`] : [`${glob}*`, `${glob}*/**`];
}
