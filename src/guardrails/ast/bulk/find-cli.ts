import { createRequire } from 'node:module';
import path from 'node:path';

/** Path of the ast-grep command line, where its package for this system is installed. */
export function findCli(): string | undefined {
  const { arch, platform } = process;
  try {
    const about = createRequire(import.meta.url).resolve(`@ast-grep/cli-${platform}-${arch}${suffixes[platform] ?? ''}/package.json`);
    return path.join(path.dirname(about), platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  } catch {
    return undefined; // left out with the optional packages, or a system that it is not built for: the library does all
  }
}

const suffixes: Partial<Record<NodeJS.Platform, string>> = { linux: '-gnu', win32: '-msvc' };
