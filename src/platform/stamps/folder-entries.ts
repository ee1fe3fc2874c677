import fs from 'node:fs';

/** What lies directly in a folder; nothing where it is gone or may not be read. */
export function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
