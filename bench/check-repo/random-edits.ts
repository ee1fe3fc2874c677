import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Changes a repository as people and agents do, one change a call: the same changes for the same seed. */
export class RandomEdits {
  readonly #repository: string;
  #state: number;
  #moved = 0;

  constructor(repository: string, seed: number) {
    this.#repository = repository;
    this.#state = seed;
    this.#git('add', '-A');
    this.#commit('begin');
    this.#git('branch', 'other');
    this.#git('tag', 'begin');
  }

  /** Says what it did. */
  next(): string {
    const kinds = ['append', 'append', 'cut', 'cut', 'replace', 'touch', 'rename', 'remove', 'copy', 'switch'] as const;
    const kind = this.#pick(kinds);
    if (kind === 'switch') return this.#switch();
    const files = this.#files();
    const file = this.#pick(files);
    const full = path.join(this.#repository, file);
    const text = fs.readFileSync(full, 'utf8');
    const lines = text.split('\n');
    const at = this.#below(lines.length);
    if (kind === 'append') fs.appendFileSync(full, `\n${this.#pick(breaches)}\n`);
    if (kind === 'cut') fs.writeFileSync(full, lines.toSpliced(at, 1 + this.#below(3)).join('\n'));
    if (kind === 'replace') fs.writeFileSync(full, lines.with(at, this.#pick(breaches)).join('\n'));
    if (kind === 'touch') fs.utimesSync(full, new Date(), new Date());
    if (kind === 'remove') fs.rmSync(full);
    const target = path.join(path.dirname(full), `moved-${++this.#moved}${path.extname(full)}`);
    if (kind === 'rename') fs.renameSync(full, target);
    if (kind === 'copy') fs.copyFileSync(full, target);
    return `${kind} ${file}`;
  }

  /** What was changed is kept on the branch that is left. */
  #switch(): string {
    this.#git('add', '-A');
    this.#commit('changes');
    const branch = execFileSync('git', ['branch', '--show-current'], { cwd: this.#repository, encoding: 'utf8' }).trim();
    const other = branch === 'other' ? '-' : 'other';
    this.#git('checkout', '--quiet', other);
    return `switch from ${branch}`;
  }

  #files(): string[] {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'src'], {
      cwd: this.#repository,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    return listed.split('\0').filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(this.#repository, file)));
  }

  #commit(message: string): void {
    this.#git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '--allow-empty', '-m', message);
  }

  #git(...args: string[]): void {
    execFileSync('git', args, { cwd: this.#repository, stdio: 'ignore' });
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.#below(from.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}

const breaches = [
  'export const made = (value as any).name;',
  'console.log("😀", items[0]!.name);',
  'for (const one of all) { await one(); }',
  'export function many(a: any, b: unknown, c, d, e, f, g): any { return a == b ? c : d ? e : f; }',
  '/* a comment */ // console.log(x as any)',
  'try { go() } catch {}',
  'if (made) { return 1 } else { throw `no` }',
  'const half = `${made',
  '}',
  "const path = 'http://example.com/😀' as unknown as string;",
];
