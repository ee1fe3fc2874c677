import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { listFiles } from '#platform/git/run-git.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { detectProject, type Project } from './detect-project.ts';
import { packageCommands } from './package-commands.ts';
import { textHash } from './text-hash.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Check = Omit<DoctorCheck, 'subject'>;

const minimalNode = 20;

/** What the hook needs before it can answer: a Node on the PATH, an engine, and a hook that fits them. */
export async function checkEngine(root: string, env: Environment, signal?: AbortSignal): Promise<DoctorCheck[]> {
  const project = detectProject(root, await listFiles(root, signal), env);
  const engine = engineCheck(root, env, packageCommands(project, env).install);
  const checks = [await nodeCheck(root, env, signal), engine, ...otherClones(root, env, project), hookFileCheck(root)];
  return checks.map((check) => ({ subject: 'engine', ...check }));
}

async function nodeCheck(root: string, env: Environment, signal?: AbortSignal): Promise<Check> {
  const ended = await runProcess(['sh', '-c', 'node --version'], { cwd: root, env, timeoutMs: 10_000 }, signal);
  const version = ended.stdout.trim();
  const major = Number(/^v(\d+)\./.exec(version)?.[1]);
  const fix = `Install Node ${minimalNode} or later where agents find it.`;
  if (Number.isNaN(major)) return { name: 'node', state: 'missing', message: 'There is no `node` on the PATH: no hook can run.', fix };
  if (major < minimalNode) return { name: 'node', state: 'broken', message: `\`node\` on the PATH is ${version}.`, fix };
  return { name: 'node', state: 'ok', message: `${version} is on the PATH.` };
}

function engineCheck(root: string, env: Environment, install: string): Check {
  const engine = findEngine(root, env);
  if (engine === undefined) {
    return {
      name: 'package',
      state: 'missing',
      message: 'The hook finds no installed tackroom, so it keeps silent.',
      fix: `Run \`${install}\`.`,
    };
  }
  const { version } = findOwnPackage(pathToFileURL(path.join(engine.folder, 'package.json')).href);
  const running = findOwnPackage(import.meta.url).version;
  if (version !== running) {
    return {
      name: 'package',
      state: 'note',
      message: `The hook uses tackroom ${version} in ${engine.folder}; this program is ${running}.`,
    };
  }
  return { name: 'package', state: 'ok', message: `tackroom ${version} in ${engine.folder}.` };
}

/** In a clone without the package every hook ends in silence: who works there has to hear of it from somebody. */
function otherClones(root: string, env: Environment, project: Project): Check[] {
  const engine = findEngine(root, env);
  if (engine === undefined || engine.folder === root) return [];
  const name = 'other clones';
  const silent = 'until then its hooks say nothing, and nobody is told.';
  if (project.tackroomPath !== undefined)
    return [
      {
        name,
        state: 'note',
        message: `package.json lists tackroom at ${project.tackroomPath}, which is outside of this repository: an install in a clone fails there; ${silent}`,
        fix: 'List a version, an address, or a file that is in the repository.',
      },
    ];
  if (project.listsTackroom)
    return [{ name, state: 'ok', message: `package.json lists tackroom. A clone needs an install first: ${silent}` }];
  const { install } = packageCommands(project, env);
  return project.hasPackageJson
    ? [
        {
          name,
          state: 'note',
          message: `package.json does not list tackroom: each clone needs it first; ${silent}`,
          fix: `Run \`${install}\`.`,
        },
      ]
    : [{ name, state: 'note', message: `each machine needs an install first (\`${install}\`); ${silent}` }];
}

function hookFileCheck(root: string): Check {
  const name = 'hook.mjs';
  const present = readInside(root, 'harness/hook.mjs');
  const shipped = readInside(findOwnPackage(import.meta.url).folder, 'harness/hook.mjs');
  if (present === undefined)
    return {
      name,
      state: 'missing',
      message: 'harness/hook.mjs is not there: every wired command ends at once.',
      fix: 'Run `tackroom init`.',
    };
  if (shipped !== undefined && textHash(present) !== textHash(shipped)) {
    return {
      name,
      state: 'broken',
      message: 'harness/hook.mjs is not the one of this version.',
      fix: 'Run `tackroom init`; where somebody edited it, remove it first.',
    };
  }
  return { name, state: 'ok', message: 'harness/hook.mjs is the one of this version.' };
}
