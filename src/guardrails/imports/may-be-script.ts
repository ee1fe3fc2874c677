/** Whether globs could match TypeScript or JavaScript, the languages that need a parser: all that name no other extension could. */
export function mayBeScript(globs: readonly string[] = []): boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return wanted.length === 0 || wanted.some((glob) => extensionsOf(glob)?.every((one) => !/^[cm]?[jt]sx?$/.test(one)) !== true);
}

/** Undefined where a glob leaves it open. */
function extensionsOf(glob: string): string[] | undefined {
  return /\.(?:(\w+)|\{(\w+(?:,\w+)*)\})$/.exec(glob)?.slice(1).join('').split(',');
}
