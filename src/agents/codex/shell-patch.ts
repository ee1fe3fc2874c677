/**
 * The patch of a shell line that does nothing but apply one, and the folder it goes to first. The word after `<<` must be quoted: a
 * shell would expand what stands in the text otherwise, and then the line is more than a patch.
 */
export function shellPatch(command: string): { patch: string; folder?: string } | undefined {
  const { patch, word = '', bare, quoted } = line.exec(command)?.groups ?? {};
  if (patch === undefined || endsEarly(patch, word)) return undefined;
  const folder = bare ?? quoted;
  return folder === undefined ? { patch } : { patch, folder };
}

/** What comes after the first line that ends the text is run. */
function endsEarly(patch: string, word: string): boolean {
  return patch.split(/\r?\n/).includes(word);
}

const line =
  /^\s*(?:cd\s+(?:(?<bare>[\w./@-]+)|'(?<quoted>[^'\n]+)')\s*&&\s*)?(?:apply_patch|applypatch)\s*<<\s*(?<mark>['"])(?<word>\w+)\k<mark>[ \t]*\r?\n(?<patch>.*\n)\k<word>\s*$/s;
