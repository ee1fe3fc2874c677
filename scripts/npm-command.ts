/** The npm that runs us, where one does: it need not be on the PATH, nor be the one that is. */
export function npmCommand(): string[] {
  const running = process.env.npm_execpath;
  return running === undefined ? ['npm'] : [process.execPath, running];
}
