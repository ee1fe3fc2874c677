import { userInstallFolder } from '#platform/state/state-folder.ts';
import type { Project } from './detect-project.ts';

/** How a person of this repository installs Tackroom and calls it. */
export interface PackageCommands {
  install: string;
  remove: string;
  /** What stands before the arguments: `npx tackroom`. */
  call: string;
}

/** Stands in committed pages, so it is written as it holds for everybody: with the home folder's short name. */
const userCall = '~/.local/share/tackroom/node_modules/.bin/tackroom';

export function packageCommands(project: Project, env: Readonly<Record<string, string | undefined>>): PackageCommands {
  const pnpmRoot = project.needsRootFlag ? '--workspace-root ' : '';
  const yarnRoot = project.needsRootFlag ? '-W ' : '';
  switch (project.packageManager) {
    case 'npm':
      return { install: 'npm install --save-dev tackroom', remove: 'npm uninstall tackroom', call: 'npx tackroom' };
    case 'pnpm':
      return {
        install: `pnpm add --save-dev ${pnpmRoot}tackroom`,
        remove: `pnpm remove ${pnpmRoot}tackroom`,
        call: 'pnpm exec tackroom',
      };
    case 'yarn':
      return { install: `yarn add --dev ${yarnRoot}tackroom`, remove: `yarn remove ${yarnRoot}tackroom`, call: 'yarn tackroom' };
    case 'bun':
      return { install: 'bun add --dev tackroom', remove: 'bun remove tackroom', call: 'bunx tackroom' };
    default:
      return {
        install: `npm install --prefix "${userInstallFolder(env)}" tackroom`,
        remove: `npm uninstall --prefix "${userInstallFolder(env)}" tackroom`,
        call: userCall,
      };
  }
}
