import path from 'node:path';

/** What fits into `sockaddr_un` on every system: 104 bytes on macOS, 108 on Linux, one of them for the end. */
const longest = 100;

/**
 * Hands on a path of a socket that the system takes. Where the whole path is too long it is the bare name, and the process stands in
 * the folder for as long as `use` runs, which therefore must bind or connect before it returns. Both `listen` and `connect` do.
 */
export function withShortPath<T>(folder: string, name: string, use: (path: string) => T): T {
  const whole = path.join(folder, name);
  if (Buffer.byteLength(whole) <= longest) return use(whole);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return use(name);
  } finally {
    process.chdir(before);
  }
}
