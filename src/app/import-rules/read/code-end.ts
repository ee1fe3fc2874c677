/** Where code that is fenced at a line ends: its closing fence, or the last line of a text that forgets it. Undefined where no fence opens. */
export function codeEnd(lines: readonly string[], from: number): number | undefined {
  const [, fence = ''] = /^\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(lines[from] ?? '') ?? [];
  if (fence === '') return undefined;
  const closing = new RegExp(`^\\s*${fence[0] ?? ''}{${fence.length},}\\s*$`);
  for (let at = from + 1; at < lines.length; at += 1) if (closing.test(lines[at] ?? '')) return at;
  return lines.length - 1;
}
