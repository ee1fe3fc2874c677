/** Which of these names stand anywhere in the files of source, as whole words. Files are read until all are found. */
export function occurringNames(
  wanted: ReadonlySet<string>,
  files: Iterable<string>,
  read: (path: string) => string | undefined,
): Set<string> {
  const left = new Set(wanted);
  const found = new Set<string>();
  for (const file of files) {
    if (left.size === 0) return found;
    const text = read(file);
    if (text === undefined) continue;
    for (const name of left) {
      if (!hasWord(text, name)) continue;
      found.add(name);
      left.delete(name);
    }
  }
  return found;
}

function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!(isWordSign(text[at - 1]) || isWordSign(text[at + name.length]))) return true;
  }
  return false;
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\w$]/.test(sign);
}
