import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { locatePath } from '#platform/files/locate-path.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { readAstGrepProject, readLooseRules } from './ast-grep-files.ts';
import { astGrepPage, type MadePage } from './ast-grep-page.ts';
import { allowedPage } from './cruiser-allowed.ts';
import { readCruiserConfig } from './cruiser-extends.ts';
import { cruiserPage } from './cruiser-page.ts';
import { eslintPages } from './eslint/eslint-pages.ts';
import { flatNames, legacyNames } from './eslint/read-eslint-config.ts';

export interface FoundRules {
  pages: MadePage[];
  left: { source: string; why: string }[];
}

const astGrep = ['sgconfig.yml', 'sgconfig.yaml'];
const eslint = [...flatNames, ...legacyNames, 'package.json'];
const cruiser = ['json', 'mjs', 'cjs', 'js'].map((extension) => `.dependency-cruiser.${extension}`);

/** The rules of other tools at a path, each as a page: a configuration file, or all those of a folder. */
export async function findRules(root: string, about: { cwd: string; path: string }, signal?: AbortSignal): Promise<FoundRules> {
  const located = locatePath(root, about.cwd, about.path);
  if (located === undefined)
    throw new MisuseError(`${about.path} lies outside this repository (${root}).`, {
      code: 'outside-repository',
      facts: { path: about.path, root },
      fix: 'Copy the configuration and the rules that it names into this repository, and import them here.',
    });
  const candidates = [located, ...[...astGrep, ...cruiser, ...eslint].map((name) => path.posix.join(located, name))];
  const files = candidates.filter((file) => readInside(root, file) !== undefined);
  const found: FoundRules = { pages: [], left: [] };
  for (const file of files) {
    if (astGrep.includes(path.posix.basename(file))) addAstGrep(found, root, file);
    else if (cruiser.includes(path.posix.basename(file))) await addCruiser(found, { root, file }, signal);
    else if (eslint.includes(path.posix.basename(file))) await addEslint(found, { root, file }, signal);
  }
  if (found.pages.length > 0 || found.left.length > 0) return found;
  const loose = readLooseRules(root, located);
  if (loose.rules.length > 0) return { pages: loose.rules.map((rule) => astGrepPage(loose, rule)), left: loose.strange };
  throw new MisuseError(
    `there is no sgconfig.yml, .dependency-cruiser.* or eslint.config.* with rules that can be imported at ${about.path}.`,
    {
      code: 'nothing-to-import',
      facts: { path: about.path },
      fix: 'Name one of them, its folder in this repository, or a folder with rules of ast-grep (`*.yml` with `id`, `language` and `rule`). Rules of ast-grep and dependency-cruiser can be imported, and of ESLint those that forbid syntax, imports and properties.',
    },
  );
}

function addAstGrep(found: FoundRules, root: string, file: string): void {
  const project = readAstGrepProject(root, file);
  found.pages.push(...project.rules.map((rule) => astGrepPage(project, rule)));
  found.left.push(...project.strange);
}

async function addEslint(found: FoundRules, place: { root: string; file: string }, signal?: AbortSignal): Promise<void> {
  const { pages, left } = await eslintPages(place, signal);
  found.pages.push(...pages);
  found.left.push(...left);
}

/** What stays is said with the rule, word for word. */
async function addCruiser(found: FoundRules, { root, file }: { root: string; file: string }, signal?: AbortSignal): Promise<void> {
  const config = await readCruiserConfig(root, file, signal);
  const { paths } = await listWorktreeFiles(root, signal);
  const leaveOf = (source: string) => (name: string, why: string, rule: unknown) =>
    found.left.push({ source, why: `${name}: ${why}: ${JSON.stringify(rule)}` });
  const leave = leaveOf(file);
  for (const { rule, source } of config.forbidden) {
    const made = cruiserPage(rule, { source, paths });
    if (made.page === undefined) leaveOf(source)(rule.name, made.why, rule);
    else found.pages.push(made.page);
  }
  const allowed = allowedPage(config, { source: file, paths });
  if (allowed?.page !== undefined) found.pages.push(allowed.page);
  else if (allowed !== undefined) leave('allowed', allowed.why, config.allowed);
  for (const rule of config.required) leave('required', 'kind imports says what is forbidden, and cannot ask for an import', rule);
  for (const { source, wanted, why } of config.missing) leaveOf(source)('extends', why, wanted);
}
