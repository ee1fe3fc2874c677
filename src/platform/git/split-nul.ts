/** Paths of git's `-z` output. */
export function splitNul(output: string): string[] {
  return output.split('\0').filter((part) => part !== '');
}

/** Arguments that list every file git tracks, and every untracked one it does not ignore, for `splitNul` to read. */
export const listArguments = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'] as const;
