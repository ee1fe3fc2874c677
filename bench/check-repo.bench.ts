// `tackroom check` of a repository of a million lines under 50 ast guardrails, beside the ast-grep command line with the
// same rules: full of breaches, adopted (breaches in under 2 % of the files), unchanged, and with one file edited; and how the
// time grows with files and with rules. What both find is compared place by place; `TACKROOM_BENCH_EDITS=200` does so after random
// edits too. Whole processes, alone on the machine, as they are published (`dist/`).
// With `mixed` or `curves` as arguments only those parts are run, in the corpus as it is.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { findCli } from '#guardrails/ast/bulk/find-cli.ts';
import { makeCorpus, toAdopted } from './check-repo/corpus.ts';
import { RandomEdits } from './check-repo/random-edits.ts';
import { assertSameFindings } from './check-repo/same-findings.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-check-')));
const repository = path.join(scratch, 'repo');
const cli = findCli() ?? '';
const rules: { id: string; priority: string; rule: object }[] = parse(
  fs.readFileSync(path.join(import.meta.dirname, 'check-repo', 'guardrails.yaml'), 'utf8'),
);
const env = { ...process.env, XDG_STATE_HOME: path.join(scratch, 'state'), HOME: scratch, NODE_EXTRA_CA_CERTS: undefined };

const otherKinds: readonly { id: string; check: object }[] = [
  { id: 'no-fixme', check: { kind: 'text', pattern: 'FIXME' } },
  { id: 'no-tabs-in-keys', check: { kind: 'text', pattern: '^\\s*"[^"]*\\t' } },
  { id: 'no-sleep', check: { kind: 'text', pattern: '\\bsleep\\(\\d{4,}\\)' } },
  { id: 'file-length', check: { kind: 'structure', maxLines: 3000 } },
  { id: 'function-length', check: { kind: 'structure', maxFunctionLines: 400 } },
  { id: 'plain-names', check: { kind: 'structure', name: '^[^ ]+$' } },
  { id: 'no-cycles', check: { kind: 'imports', cycles: false } },
  { id: 'no-test-imports', check: { kind: 'imports', forbidden: [{ from: ['src/**'], to: ['**/never-there/**'] }] } },
  { id: 'one-logger', check: { kind: 'stack', concern: 'logging', allowed: ['pino'], known: ['pino', 'winston', 'bunyan'] } },
];

interface Ran {
  seconds: number;
  /** Of the processor, in user and in system code, children included. */
  cpuSeconds: number;
  peakMb: number;
  stdout: string;
}

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
  fs.mkdirSync(repository);
  execFileSync('git', ['init', '--quiet'], { cwd: repository });
  const lines = makeCorpus(path.join(repository, 'src'), process.env.TACKROOM_BENCH_CORPUS);
  writeRules(rules);
  track();
  console.log(`${lines.toLocaleString('en')} lines, ${rules.length} guardrails`);
  const parts = process.argv.slice(2);
  if (parts.length === 0) {
    const breachFull = compare('full of breaches', { atMost: 1 });
    assertSameFindings(repository, tackroom().stdout, breachFull.theirs);
    reportAgain('full of breaches', breachFull.firstFile);
    edit(Number(process.env.TACKROOM_BENCH_EDITS ?? 0));
    toAdopted(repository, breachFull.files);
    track();
    const adopted = compare('adopted', { atMost: 0.5 });
    reportAgain('adopted', adopted.firstFile);
  }
  if (parts.length === 0 || parts.includes('mixed')) await mixed();
  if (parts.length === 0 || parts.includes('curves')) curves();
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

/** Git knows all files, as in a clone. */
function track(): void {
  execFileSync('git', ['add', '--all', 'src', 'harness'], { cwd: repository });
}

/** Both in turn from nothing, the best of three; they must find the same. */
function compare(what: string, bound: { atMost: number }): { files: Set<string>; firstFile: string; theirs: string } {
  const ours: Ran[] = [];
  const theirs: Ran[] = [];
  for (let round = 0; round < 3; round++) {
    fs.rmSync(path.join(scratch, 'state'), { recursive: true, force: true });
    theirs.push(astGrep());
    ours.push(tackroom());
  }
  const [mine, other] = [best(ours), best(theirs)];
  const report: { findings: { path: string }[] } = JSON.parse(mine.stdout);
  const matches = assertSameFindings(repository, mine.stdout, other.stdout);
  const files = new Set(report.findings.map((finding) => finding.path));
  console.log(`\n${what}: ${matches} breaches in ${files.size} files`);
  console.log(`ast-grep ${other.seconds.toFixed(2)} s, ${other.peakMb} MB; tackroom ${mine.seconds.toFixed(2)} s, ${mine.peakMb} MB`);
  promise(`${what}, beside ast-grep`, mine.seconds / other.seconds, bound.atMost);
  promise(`${what}, peak memory in MB`, mine.peakMb, 300);
  return { files, firstFile: report.findings[0]?.path ?? '', theirs: other.stdout };
}

/** Nothing has changed, and then one file each time; the best of three. */
function reportAgain(what: string, file: string): void {
  report(`${what}, unchanged`, best([tackroom(), tackroom(), tackroom()]), { atMost: 0.3 });
  const edits = [1, 2, 3].map((edit) => {
    fs.appendFileSync(path.join(repository, file), `\n// edited ${edit}\n`);
    return tackroom();
  });
  report(`${what}, one file edited`, best(edits), { atMost: 0.4 });
}

/** A check after each of so many random changes, which remembers the last; every twentieth time both must find the same. Ends as it began. */
function edit(count: number): void {
  if (count === 0) return;
  const edits = new RandomEdits(repository, 7);
  for (let index = 1; index <= count; index++) {
    const what = edits.next();
    const { stdout } = tackroom();
    if (index % 20 === 0 || index === count)
      console.log(`${index} edits (${what}): ${assertSameFindings(repository, stdout, astGrep().stdout)} breaches, the same`);
  }
  for (const args of [
    ['checkout', '--quiet', '--force', 'begin'],
    ['clean', '--quiet', '-fd', 'src'],
  ])
    execFileSync('git', args, { cwd: repository });
}

/** The same rules beside pages of the other kinds that look at files. Processor time counts: the wall is shared with whatever runs. */
async function mixed(): Promise<void> {
  const alone = best([cold(), cold()]);
  for (const { id, check } of otherKinds)
    fs.writeFileSync(path.join(repository, 'harness', 'guardrails', `${id}.md`), page(id, 'P2', check));
  const together = best([cold(), cold()]);
  console.log(`\nthe ast part alone ${inWords(alone)}; a harness of all kinds ${inWords(together)}`);
  promise('a harness of all kinds, beside its ast part', together.cpuSeconds / alone.cpuSeconds, 1.5);
  promise('a harness of all kinds, peak memory in MB', together.peakMb, 300);
  report('a harness of all kinds, unchanged', best([tackroom(), tackroom()]), { atMost: 0.3 });
  const [edited = ''] = sources();
  fs.appendFileSync(path.join(repository, edited), '\n// edited\n');
  await settled();
  report('a harness of all kinds, one file edited', tackroom(), { atMost: 0.4 });
  fs.writeFileSync(path.join(repository, 'src', 'come.ts'), `import './${path.posix.relative('src', edited)}';\n`);
  await settled();
  report('a harness of all kinds, one file more', tackroom(), { atMost: 0.6 });
  fs.rmSync(path.join(repository, 'src', 'come.ts'));
  writeRules(rules);
}

/** The same corpus with less of it, and with fewer and more rules, each beside the ast-grep command line. */
function curves(): void {
  console.log(tableHead('files (50 rules)'));
  const all = sources();
  for (const part of [8, 4, 2, 1]) {
    const paths = part === 1 ? [] : all.filter((_, index) => index % part === 0);
    console.log(row(paths.length || all.length, paths));
  }
  console.log(tableHead(`rules (${all.length} files)`));
  for (const count of [10, 50, 200, 1000]) {
    writeRules(Array.from({ length: count }, (_, index) => variant(index)));
    console.log(row(count, []));
  }
}

function tableHead(what: string): string {
  return `\n| ${what} | ast-grep: s, CPU s | tackroom: s, CPU s, MB | ratio: s, CPU s | again: s |\n| --- | --- | --- | --- | --- |`;
}

function row(count: number, paths: readonly string[]): string {
  const theirs = best([astGrep(paths), astGrep(paths)]);
  const ours = best([cold(paths), cold(paths)]);
  const again = best([tackroom(paths), tackroom(paths)]);
  const ratios = [ours.seconds / theirs.seconds, ours.cpuSeconds / theirs.cpuSeconds].map((ratio) => ratio.toFixed(1));
  const pair = ({ cpuSeconds, seconds }: Ran) => `${seconds.toFixed(2)}, ${cpuSeconds.toFixed(2)}`;
  return `| ${count} | ${pair(theirs)} | ${pair(ours)}, ${ours.peakMb} | ${ratios.join(', ')} | ${again.seconds.toFixed(2)} |`;
}

function cold(paths: readonly string[] = []): Ran {
  fs.rmSync(path.join(scratch, 'state'), { recursive: true, force: true });
  return tackroom(paths);
}

function inWords({ cpuSeconds, peakMb, seconds }: Ran): string {
  return `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of the processor, ${peakMb} MB`;
}

/** A file that was written just now is read again, whatever is known of it. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}

function sources(): string[] {
  const names = fs.readdirSync(path.join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => `src/${name}`)
    .sort();
}

/** More rules than fifty are the fifty again with other names in them. */
function variant(index: number): (typeof rules)[number] {
  const rule = rules[index % rules.length];
  assert.ok(rule);
  if (index < rules.length) return rule;
  return { ...rule, id: `${rule.id}-${index}`, rule: { all: [rule.rule, { regex: `name${index}` }] } };
}

function tackroom(paths: readonly string[] = []): Ran {
  return timed([process.execPath, path.join(root, 'dist/cli/main.js'), 'check', ...paths, '--format', 'json', '--priority', 'P3'], [0, 1]);
}

function astGrep(paths: readonly string[] = []): Ran {
  const where = paths.length === 0 ? ['src'] : paths;
  return timed([cli, 'scan', '--rule', path.join(scratch, 'rules.yml'), '--json=stream', ...where], [0]);
}

function timed(command: readonly string[], codes: readonly number[]): Ran {
  const output = path.join(scratch, 'output');
  const file = fs.openSync(output, 'w');
  const begun = performance.now();
  const ended = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
    cwd: repository,
    env,
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - begun) / 1000;
  fs.closeSync(file);
  assert.ok(codes.includes(ended.status ?? -1), ended.stderr);
  const [user = 0, system = 0, peakKb = 0] = (ended.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, peakMb: Math.round(peakKb / 1024), stdout: fs.readFileSync(output, 'utf8') };
}

function best(runs: readonly Ran[]): Ran {
  const [first] = runs.toSorted((a, b) => a.seconds - b.seconds);
  assert.ok(first);
  return first;
}

function report(what: string, ran: Ran, bound: { atMost: number }): void {
  promise(`${what}, seconds`, ran.seconds, bound.atMost);
}

function promise(what: string, value: number, atMost: number): void {
  const holds = value <= atMost;
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what}: ${value.toFixed(2)} (<= ${atMost})`);
  if (!holds) process.exitCode = 1;
}

function page(id: string, priority: string, check: object): string {
  return `---\nid: ${id}\ntitle: ${id}\npriority: ${priority}\nfiles: ["src/**"]\ncheck: ${JSON.stringify(check)}\n---\nThe code breaks ${id}, which this team has agreed on.\n\n## Fix\nDo it as the page of ${id} says.\n\n## Examples\n\`\`\`ts bad\nx\n\`\`\`\n\`\`\`ts good\ny\n\`\`\`\n`;
}

function writeRules(wanted: readonly (typeof rules)[number][]): void {
  const folder = path.join(repository, 'harness', 'guardrails');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const { id, priority, rule } of wanted) {
    const check = { kind: 'ast', language: 'typescript', languages: ['typescript', 'tsx'], rule };
    fs.writeFileSync(path.join(folder, `${id}.md`), page(id, priority, check));
  }
  const documents = wanted.flatMap(({ id, rule }) =>
    ['TypeScript', 'Tsx'].map((language) => stringify({ id: `${id}-${language}`, language, rule })),
  );
  fs.writeFileSync(path.join(scratch, 'rules.yml'), documents.join('---\n'));
}
