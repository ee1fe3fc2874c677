import path from 'node:path';
import picomatch from 'picomatch';
import { parse } from 'yaml';
import * as z from 'zod';
import { listFolder } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { SetupError } from './errors.ts';

/** A file that the package ships for a repository's harness. */
export interface StarterFile {
  /** Where it goes, relative to the repository. */
  path: string;
  text: string;
  /** `page`: from then on the team's. `machinery`: kept at the version of the package. */
  role: 'page' | 'machinery';
}

const frontMatterSchema = z.looseObject({ files: z.array(z.string()).optional() });

/**
 * What belongs into this repository: the hook, the settings, the runbooks, and of the guardrails those that have
 * something to look at. `paths`: the repository's files, and those it is expected to get.
 */
export function starterFiles(packageFolder: string, paths: readonly string[]): StarterFile[] {
  const pages = listFolder(path.join(packageFolder, 'starter'))
    .filter((file) => file === 'harness.yaml' || /^(guardrails|runbooks)\/.+\.md$/.test(file))
    .map((file) => ({ path: `harness/${file}`, text: readShipped(packageFolder, `starter/${file}`), role: 'page' as const }))
    .filter((file) => concerns(file, paths));
  return [{ path: 'harness/hook.mjs', text: readShipped(packageFolder, 'harness/hook.mjs'), role: 'machinery' }, ...pages];
}

/** Text of a file that the package must have. */
export function readShipped(packageFolder: string, file: string): string {
  const text = readInside(packageFolder, file);
  if (text !== undefined) return text;
  throw new SetupError(`The package of Tackroom in ${packageFolder} lacks ${file}.`, {
    code: 'incomplete-package',
    fix: 'Install tackroom again; in a checkout of Tackroom run its build.',
  });
}

function concerns(page: { path: string; text: string }, paths: readonly string[]): boolean {
  const globs = filesOf(page);
  if (globs === undefined) return true;
  const ignore = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  const matches = picomatch(
    globs.filter((glob) => !glob.startsWith('!')),
    { dot: true, ignore },
  );
  return paths.some((file) => matches(file));
}

function filesOf(page: { path: string; text: string }): string[] | undefined {
  const frontMatter = /^---\n(.*?)\n---\n/s.exec(page.text)?.[1];
  return frontMatter === undefined ? undefined : frontMatterSchema.parse(parse(frontMatter)).files;
}
