import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { keptListing } from '#app/check/kept/kept-listing.ts';
import { keptUntracked } from '#app/check/kept/kept-untracked.ts';
import { findRepository } from '#platform/git/find-repository.ts';

/** `TACKROOM_FUZZ=2000 TACKROOM_SEED=7 npm test -- test/processes/kept-untracked-long.test.ts` for a long night. */
const steps = Number(process.env.TACKROOM_FUZZ ?? 150);
/** The same each time: how often something can be remembered depends on what happens, and is told as well. */
const seed = Number(process.env.TACKROOM_SEED ?? 4321);

let scratch: string;
let root: string;
const { HOME } = process.env;
before(() => {
  scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-untracked-'));
  root = path.join(scratch, 'repo');
  fs.mkdirSync(root);
  process.env.HOME = path.join(scratch, 'home'); // git asks it for more lists of ignored files
  git('init', '--quiet');
});
after(() => {
  process.env.HOME = HOME;
  fs.rmSync(scratch, { recursive: true, force: true });
});

test(`whatever happens in a worktree, untracked files are those that git tells (seed ${seed})`, async () => {
  const random = new Random(seed);
  const done: string[] = [];
  let remembered = 0;
  let answered = 0;
  for (let step = 0; step < steps; step++) {
    done.push(random.act());
    if (random.below(10) < 7) await new Promise((resolve) => setTimeout(resolve, 130)); // else it was written just now
    for (const _ of ['first', 'again']) {
      const known = await list(AbortSignal.abort()).catch(() => undefined);
      if (known !== undefined) {
        remembered += 1;
        assert.deepEqual(known.sort(), truth(), `remembered after:\n${done.slice(-12).join('\n')}`);
      }
      const told = await list().catch(() => undefined); // where a folder took the place of a list of ignored files git gives up
      if (told !== undefined) answered += 1;
      assert.deepEqual(told?.sort(), truth(), `told after:\n${done.slice(-12).join('\n')}`);
    }
  }
  assert.ok(remembered > answered / 6, `remembered ${remembered} of ${answered} answers of git in ${steps} steps`);
});

const names = ['a.ts', 'b.log', 'build', 'c', 'keep.log', 'ü x'];
const patterns = ['*.log', 'build/', '!keep.log', '/c', 'c/', '**/a.ts', '*', '!build/', '# nothing', 'build/*'];

/** Steps that are the same for the same seed. */
class Random {
  #state: number;

  constructor(from: number) {
    this.#state = from + 1;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (this.#state >> 8) % limit;
  }

  act(): string {
    const acts: (() => string)[] = [
      ...[this.#create, this.#create, this.#remove, this.#move, this.#replace, this.#edit, this.#ignore, this.#add],
      ...[this.#forget, this.#exclude, this.#ignoreEverywhere, this.#nest, this.#unnest, this.#link, this.#folder, this.#setting],
    ];
    return acts[this.below(acts.length)]?.call(this) ?? '';
  }

  #one<T>(of: readonly T[]): T | undefined {
    return of[this.below(of.length)];
  }

  #fresh(): string {
    const parts = Array.from({ length: 1 + this.below(3) }, () => this.#one(names));
    return parts.join('/');
  }

  /** By hand: Node's own recursive listing follows links in circles. */
  #entries(kind: 'file' | 'folder' | 'any', below = ''): string[] {
    const entries = fs.readdirSync(path.join(root, below), { withFileTypes: true }).filter(({ name }) => name !== '.git');
    const here = entries.filter((entry) => kind === 'any' || entry.isDirectory() === (kind === 'folder'));
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(below, name));
    return [...here.map(({ name }) => path.join(below, name)), ...folders.flatMap((folder) => this.#entries(kind, folder))].sort();
  }

  #create(): string {
    const name = this.#fresh();
    return tried(`create ${name}`, () => {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), 'new');
    });
  }

  #remove(): string {
    const name = this.#one(this.#entries('any'));
    if (name !== undefined) fs.rmSync(path.join(root, name), { recursive: true });
    return `remove ${name}`;
  }

  #move(): string {
    const [from, to] = [this.#one(this.#entries('any')), this.#fresh()];
    return tried(`move ${from} to ${to}`, () => fs.renameSync(path.join(root, from ?? 'never'), path.join(root, to)));
  }

  #replace(): string {
    const name = this.#one(this.#entries('file')) ?? 'first';
    fs.writeFileSync(path.join(scratch, 'other'), 'replaced');
    fs.renameSync(path.join(scratch, 'other'), path.join(root, name));
    return `replace ${name}`;
  }

  #edit(): string {
    const name = this.#one(this.#entries('file')) ?? 'first';
    return tried(`edit ${name}`, () => fs.appendFileSync(path.join(root, name), '*.ts\n'));
  }

  #ignore(): string {
    const file = path.join(this.#one(['', ...this.#entries('folder')]) ?? '', '.gitignore');
    const text = `${this.#one(patterns)}\n${this.#one(patterns)}\n`;
    return tried(`write ${file}: ${text}`, () => fs.writeFileSync(path.join(root, file), text));
  }

  #add(): string {
    const name = this.#one(this.#entries('any')) ?? '.';
    return `add ${name}: ${run('add', ...(this.below(2) === 0 ? ['--force'] : []), '--', name)}`;
  }

  #forget(): string {
    const name = this.#one(this.#entries('any')) ?? '.';
    return `rm --cached ${name}: ${run('rm', '--cached', '-r', '--quiet', '--', name)}`;
  }

  #exclude(): string {
    const text = `${this.#one(patterns)}\n`;
    fs.writeFileSync(path.join(root, '.git', 'info', 'exclude'), text);
    return `exclude ${text}`;
  }

  #ignoreEverywhere(): string {
    const file = path.join(scratch, 'home', '.config', 'git', 'ignore');
    const text = `${this.#one(patterns)}\n`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return `everywhere ${text}`;
  }

  #nest(): string {
    const name = this.#one(this.#entries('folder')) ?? 'nested';
    return `init ${name}: ${run('init', '--quiet', name)}`;
  }

  #unnest(): string {
    const inner = this.#entries('folder').filter((name) => fs.existsSync(path.join(root, name, '.git')));
    const name = this.#one(inner);
    const part = this.#one(['', 'HEAD', 'refs']) ?? '';
    if (name !== undefined) fs.rmSync(path.join(root, name, '.git', part), { recursive: true, force: true });
    return `no repository ${name} ${part}`;
  }

  #link(): string {
    const name = this.#fresh();
    return tried(`link ${name}`, () => fs.symlinkSync(this.#one(['.', 'a.ts', 'nowhere']) ?? '', path.join(root, name)));
  }

  #folder(): string {
    const name = this.#fresh();
    return tried(`folder ${name}`, () => fs.mkdirSync(path.join(root, name), { recursive: true }));
  }

  #setting(): string {
    if (this.below(2) === 0) return `setting: ${run('config', '--unset', 'core.excludesFile')}`;
    return `setting: ${run('config', 'core.excludesFile', this.#one(['~/mine', path.join(root, 'a.ts')]) ?? '')}`;
  }
}

/** What cannot be done, as where a file is in the way, is not. */
function tried(what: string, act: () => void): string {
  try {
    act();
    return what;
  } catch (error) {
    return `${what}: ${error instanceof Error ? error.message : error}`;
  }
}

function run(...args: string[]): string {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? 'done' : stderr.trim();
}

function list(signal?: AbortSignal): Promise<string[]> {
  const repository = findRepository(root);
  assert.ok(repository);
  const place = { root, repository, env: { XDG_STATE_HOME: path.join(scratch, 'state') } };
  const tracked = keptListing(place, signal);
  tracked.catch(() => {}); // where the signal is aborted, whoever asks next is told
  return keptUntracked({ ...place, tracked }, signal);
}

/** Undefined where git gives up. */
function truth(): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return undefined;
  return stdout
    .split('\0')
    .filter((name) => name !== '' && !name.endsWith('/'))
    .sort();
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
