/** Whether `check.exclude` takes a path out. A harness without it, as most are, loads no library for globs. */
export async function excludeTest(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot: true, flags: 's' });
}
