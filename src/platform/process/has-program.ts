import fs from 'node:fs';
import path from 'node:path';

/** Whether a program of this name is on the PATH; it is not run. */
export function hasProgram(name: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return folders.some((folder) => names.some((file) => isExecutable(path.join(folder, file))));
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
