// `tackroom check` of a repository of a million lines under 50 ast guardrails, beside the ast-grep command line with the
// same rules: full of breaches, adopted (breaches in under 2 % of the files), unchanged, and with one file edited; and how the
// time grows with files and with rules. What both find is compared place by place; `TACKROOM_BENCH_EDITS=200` does so after random
// edits too. Whole processes, alone on the machine, as they are published (`dist/`).
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
  peakMb: number;
  stdout: string;
}

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
  fs.mkdirSync(repository);
  execFileSync('git', ['init', '--quiet'], { cwd: repository });
  const lines = makeCorpus(path.join(repository, 'src'), process.env.TACKROOM_BENCH_CORPUS);
  writeRules(rules);
  console.log(`${lines.toLocaleString('en')} lines, ${rules.length} guardrails`);
  const breachFull = compare('full of breaches', { atMost: 1 });
  const again = tackroom();
  assertSameFindings(repository, again.stdout, breachFull.theirs);
  report('unchanged', again, { atMost: 0.3 });
  fs.appendFileSync(path.join(repository, breachFull.firstFile), '\n// edited\n');
  report('one file edited', tackroom(), { atMost: 0.4 });
  edit(Number(process.env.TACKROOM_BENCH_EDITS ?? 0));
  toAdopted(repository, breachFull.files);
  compare('adopted', { atMost: 0.5 });
  report('adopted, unchanged', tackroom(), { atMost: 0.3 });
  mixed();
  curves();
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
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
    ['checkout', '--quiet', '--force', 'other'],
    ['clean', '--quiet', '-fd', 'src'],
  ])
    execFileSync('git', args, { cwd: repository });
}

/** The same rules beside a dozen of the other kinds that look at files. */
function mixed(): void {
  const cold = () => {
    fs.rmSync(path.join(scratch, 'state'), { recursive: true, force: true });
    return tackroom();
  };
  const alone = best([cold(), cold()]);
  for (const { id, check } of otherKinds)
    fs.writeFileSync(path.join(repository, 'harness', 'guardrails', `${id}.md`), page(id, 'P2', check));
  const together = best([cold(), cold()]);
  console.log(`\nthe ast part alone ${alone.seconds.toFixed(2)} s, a harness of all kinds ${together.seconds.toFixed(2)} s`);
  promise('a harness of all kinds, beside its ast part', together.seconds / alone.seconds, 1.5);
  promise('a harness of all kinds, peak memory in MB', together.peakMb, 300);
  writeRules(rules);
}

/** The same corpus with less of it, and with fewer and more rules. */
function curves(): void {
  console.log('\nseconds by number of files (50 rules), cold and again');
  const folders = fs.readdirSync(path.join(repository, 'src'));
  for (const part of [8, 4, 2, 1]) {
    const count = Math.max(1, Math.floor(folders.length / part));
    console.log(`1/${part}: ${coldAndAgain(folders.slice(0, count).map((name) => `src/${name}`))}`);
  }
  console.log('\nseconds by number of rules, cold and again');
  for (const count of [10, 50, 200, 1000]) {
    writeRules(Array.from({ length: count }, (_, index) => variant(index)));
    console.log(`${count}: ${coldAndAgain([])}`);
  }
}

function coldAndAgain(paths: readonly string[]): string {
  fs.rmSync(path.join(scratch, 'state'), { recursive: true, force: true });
  return [tackroom(paths), tackroom(paths)].map(({ seconds }) => seconds.toFixed(2)).join(' ');
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

function astGrep(): Ran {
  return timed([cli, 'scan', '--rule', path.join(scratch, 'rules.yml'), '--json=stream', 'src'], [0]);
}

function timed(command: readonly string[], codes: readonly number[]): Ran {
  const output = path.join(scratch, 'output');
  const file = fs.openSync(output, 'w');
  const begun = performance.now();
  const ended = spawnSync('/usr/bin/time', ['-f', '%M', ...command], {
    cwd: repository,
    env,
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - begun) / 1000;
  fs.closeSync(file);
  assert.ok(codes.includes(ended.status ?? -1), ended.stderr);
  return { seconds, peakMb: Math.round(Number(ended.stderr.trim().split('\n').at(-1)) / 1024), stdout: fs.readFileSync(output, 'utf8') };
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
