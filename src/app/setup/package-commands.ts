import { userInstallFolder } from '#platform/state/state-folder.ts';
import type { Project } from './detect-project.ts';

/** How a person of this repository installs Tackroom and calls it. */
export interface PackageCommands {
  install: string;
  /** What stands before the arguments: `npx tackroom`. */
  call: string;
}

/** Stands in committed pages, so it is written as it holds for everybody: with the home folder's short name. */
const userCall = '~/.local/share/tackroom/node_modules/.bin/tackroom';

export function packageCommands(
  project: Project,
  files: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): PackageCommands {
  switch (project.packageManager) {
    case 'npm':
      return { install: 'npm install --save-dev tackroom', call: 'npx tackroom' };
    case 'pnpm':
      return {
        install: `pnpm add --save-dev ${files.includes('pnpm-workspace.yaml') ? '--workspace-root ' : ''}tackroom`,
        call: 'pnpm exec tackroom',
      };
    case 'yarn':
      return { install: 'yarn add --dev tackroom', call: 'yarn tackroom' };
    case 'bun':
      return { install: 'bun add --dev tackroom', call: 'bunx tackroom' };
    default:
      return { install: `npm install --prefix "${userInstallFolder(env)}" tackroom`, call: userCall };
  }
}
