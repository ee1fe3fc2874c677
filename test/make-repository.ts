import fs from 'node:fs';
import path from 'node:path';

/**
 * What `git init` makes of a folder, as far as git needs it. By hand, because each test wants one, and the process that
 * they share has grown so large that starting a program takes it up to a tenth of a second.
 */
export function makeRepository(root: string): void {
  for (const folder of ['objects', 'refs/heads', 'info']) fs.mkdirSync(path.join(root, '.git', folder), { recursive: true });
  fs.writeFileSync(path.join(root, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  fs.writeFileSync(
    path.join(root, '.git', 'config'),
    '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n[maintenance]\n\tauto = false\n',
  );
}
