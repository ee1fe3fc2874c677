const mostShown = 5;

/** Sorted line numbers as a person writes them: `3-7, 12`. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range !== undefined && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  const shown = ranges.slice(0, mostShown).map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return ranges.length > mostShown ? `${shown.join(', ')} and ${ranges.length - mostShown} more` : shown.join(', ');
}
