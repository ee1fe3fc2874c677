import picomatch from 'picomatch';

/** Which of some files globs are for, as in a guardrail: a leading `!` takes files out again. A glob whose beginning no file has is not compiled. */
export function filesFor(globs: readonly string[], files: readonly string[]): string[] {
  const inside = globs.filter((glob) => !glob.startsWith('!'));
  const starts = inside.map(plainStart);
  const near = files.filter((file) => starts.some((start) => file.startsWith(start)));
  if (near.length === 0) return near;
  const isIn = picomatch(inside, { dot: true });
  const outside = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  const isOut = outside.length === 0 ? () => false : picomatch(outside, { dot: true });
  return near.filter((file) => isIn(file) && !isOut(file));
}

/** What a glob says before it leaves anything open. */
function plainStart(glob: string): string {
  return glob.replace(/^\.\//, '').split(/[*?[\]{}()!+@|\\]/)[0] ?? '';
}
