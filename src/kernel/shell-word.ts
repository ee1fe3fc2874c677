/** A word as a shell reads it back: in quotes where it holds anything that has a meaning there. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
