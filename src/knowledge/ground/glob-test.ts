import picomatch from 'picomatch';

/** Whether globs are for a file, as in a guardrail: a leading `!` takes files out again. */
export function globTest(globs: readonly string[]): (file: string) => boolean {
  const inside = globs.filter((glob) => !glob.startsWith('!'));
  const outside = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  const isIn = picomatch(inside, { dot: true });
  const isOut = outside.length === 0 ? () => false : picomatch(outside, { dot: true });
  return (file) => isIn(file) && !isOut(file);
}
