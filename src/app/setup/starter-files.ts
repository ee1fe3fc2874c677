import path from 'node:path';
import picomatch from 'picomatch';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Priority, prioritySchema } from '#kernel/records/priority.ts';
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

/** A guardrail that the package ships, and that this repository could have. */
export interface StarterGuardrail {
  id: string;
  title: string;
  priority: Priority;
  /** `default`: at most a tenth of what it found in public repositories was a false alarm. */
  set: 'default' | 'offered';
  /** Globs of its page; none: it is about commands. */
  globs: readonly string[] | undefined;
  file: StarterFile;
}

export interface Starters {
  /** The hook, the settings and the runbooks. */
  files: StarterFile[];
  /** What says in each folder of pages what belongs there. */
  homes: StarterFile[];
  guardrails: StarterGuardrail[];
}

const frontMatterSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  priority: prioritySchema,
  files: z.array(z.string()).optional(),
});

/** What the package ships. A guardrail of the default set stands in `starter/guardrails/`, one that is only offered in `starter/offered/`. */
export function readStarters(packageFolder: string): Starters {
  const shipped = listFolder(path.join(packageFolder, 'starter'));
  const page = (file: string, to = file): StarterFile => ({
    path: `harness/${to}`,
    text: readShipped(packageFolder, `starter/${file}`),
    role: 'page',
  });
  const guardrails = shipped.flatMap((file): StarterGuardrail[] => {
    const [, folder, name] = /^(guardrails|offered)\/([^/]+\.md)$/.exec(file) ?? [];
    if (name === undefined) return [];
    const starter = page(file, `guardrails/${name}`);
    const { id, title, priority, files: globs } = frontMatterOf(starter.text);
    return [{ id, title, priority, set: folder === 'offered' ? 'offered' : 'default', globs, file: starter }];
  });
  const others = shipped.filter((file) => file === 'harness.yaml' || /^runbooks\/.+\.md$/.test(file)).map((file) => page(file));
  const hook = { path: 'harness/hook.mjs', text: readShipped(packageFolder, 'harness/hook.mjs'), role: 'machinery' as const };
  return { files: [hook, ...others], homes: shipped.flatMap((file) => welcome(packageFolder, file)), guardrails };
}

/** `starter/homes/` is laid out as the repository is. */
function welcome(packageFolder: string, file: string): StarterFile[] {
  const place = /^homes\/(.+)$/.exec(file)?.[1];
  return place === undefined ? [] : [{ path: place, text: readShipped(packageFolder, `starter/${file}`), role: 'page' }];
}

/** Whether a guardrail has something to look at among these files. */
export function concerns({ globs }: StarterGuardrail, paths: readonly string[]): boolean {
  if (globs === undefined) return true;
  const ignore = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  const matches = picomatch(
    globs.filter((glob) => !glob.startsWith('!')),
    { dot: true, ignore },
  );
  return paths.some((path) => matches(path));
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

/** By text: `init` plans before and after it asks, and a hundred pages take a fifth of a second to read. */
const frontMatter = new Map<string, z.infer<typeof frontMatterSchema>>();

function frontMatterOf(text: string): z.infer<typeof frontMatterSchema> {
  const known = frontMatter.get(text) ?? frontMatterSchema.parse(parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? ''));
  frontMatter.set(text, known);
  return known;
}
