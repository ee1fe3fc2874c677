import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { parse } from 'yaml';
import { findCli } from '#guardrails/ast/bulk/find-cli.ts';
import { searchInBulk } from '#guardrails/ast/bulk/search-in-bulk.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules, runRulesAsync } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { makePage } from '../guardrails/make-page.ts';
import { readAstRules } from '../guardrails/read-ast-rules.ts';

const modules = path.dirname(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')));
const skip = findCli() === undefined ? `the ast-grep command line has no package for ${process.platform}-${process.arch} here` : false;

suite('many files, searched by the ast-grep command line and the library together', { skip }, () => {
  let root = '';
  let paths: string[] = [];
  const { compiled } = compileRules(
    [...readAstRules(), ...readBenchRules()].map(({ id, check }) => makePage(id, check)),
    { engine: '', pagesHash: '' },
  );
  const tree: Tree = { paths: () => paths, has: (file) => paths.includes(file), read: (file) => readInside(root, file) };

  before(() => {
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-bulk-'));
    paths = copyCorpus(root);
  });
  after(() => fs.rmSync(root, { recursive: true, force: true }));

  test('find what the library finds alone', async () => {
    const alone = runRules(compiled, { tree, paths, whole: true, root, noteSyntax: true });
    assert.ok(alone.findings.length > 1000 && alone.notes.length > 5, `${alone.findings.length} findings, ${alone.notes.length} notes`);
    const { notes, ...together } = await runRulesAsync(compiled, { tree, paths, whole: true, root, noteSyntax: true, onDisk: true });
    assert.deepEqual({ ...together, notes: [] }, { ...alone, notes: [] });
    // The command line does not say of every file whether its grammar understands it (docs/decisions/0016).
    const said = new Set(alone.notes.map((note) => JSON.stringify(note)));
    assert.deepEqual(
      notes.filter((note) => !said.has(JSON.stringify(note))),
      [],
    );
    assert.ok(
      notes.some(({ path, message }) => path === 'odd/torn-root.ts' && message.includes('syntax')),
      JSON.stringify(notes),
    );
  });

  test('files that the command line passes over are left to the library', async () => {
    const searched = await searchInBulk(compiled, { tree, paths, whole: true, root, onDisk: true });
    await searched?.settled();
    assert.ok(searched !== undefined && paths.filter((file) => searched.get(file)).length > 150, 'the command line was asked');
    for (const odd of ['odd/ignored.ts', 'odd/not-utf8.ts']) assert.equal(searched.get(odd), undefined, odd);
    for (const placed of ['odd/plain.ts', 'odd/deep.ts', 'odd/deep.jsx', 'odd/accents.ts'])
      assert.ok(searched.get(placed)?.hits.size, placed);
    for (const named of ['odd/new\nline.ts', 'odd/.hidden.ts', 'odd/-r.ts', 'odd/sgconfig.tsx'])
      assert.ok(searched.get(named)?.open.size, named);
  });

  test('nothing is asked where files are few, or lie elsewhere', async () => {
    assert.equal(await searchInBulk(compiled, { tree, paths: paths.slice(0, 100), whole: false, root, onDisk: true }), undefined);
    assert.equal(await searchInBulk(compiled, { tree, paths, whole: true, root }), undefined);
  });

  test('a command line that fails is not believed', async () => {
    const [first, ...rest] = compiled.rules;
    assert.ok(first?.check.kind === 'ast');
    const broken = { ...first, literals: [], check: { ...first.check, rule: { kind: 'no_such_kind' } } };
    const searched = await searchInBulk({ ...compiled, rules: [broken, ...rest] }, { tree, paths, whole: true, root, onDisk: true });
    await searched?.settled();
    assert.deepEqual(
      paths.filter((file) => searched?.get(file)?.hits.size),
      [],
    );
  });
});

/** Rules without a fix: of these the command line says where, too. */
function readBenchRules(): { id: string; check: AstCheck }[] {
  const rules: { id: string; rule: AstCheck['rule'] }[] = parse(
    fs.readFileSync(new URL('../../bench/check-repo/guardrails.yaml', import.meta.url), 'utf8'),
  );
  return rules.map(({ id, rule }) => ({ id: `bench-${id}`, check: { kind: 'ast', language: 'typescript', rule } }));
}

/** Declarations in declarations, and hits of several lines in them. */
const deep = `class A { f = { g: () => { function h() { const i = function () { class J { k() { return x as any } } } } } } }
namespace N.M { export enum E { A = (y as any) } }
module.exports.q = async () => {
\tconst r = class { s = (t: any) => z!
    .u };

  console.log(\`a

      \${b as any}
  \`, () => {

  })
}
export default { 'v w': (o: any) => o!, [x]: () => p!, a: { b() { q! } } };
function (c: any) { d! }
`;

function copyCorpus(root: string): string[] {
  const sources = ['zod/src', 'eslint/lib']
    .flatMap((name) => list(path.join(modules, name)))
    .filter((file, index) => index % 2 === 0 && /\.[cm]?[jt]sx?$/.test(file));
  const breaches = fs.readFileSync(new URL('../fixtures/ast-sources/breaches.txt', import.meta.url));
  const plain = breaches.toString('utf8').replace(/[\uD800-\uDFFF]/g, '');
  const odd: Record<string, string | Buffer> = {
    'ignored.ts': Buffer.concat([Buffer.from('// ast-grep-ignore\nconsole.log(1)\n'), breaches]),
    'not-utf8.ts': Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0x0a]), breaches]),
    'marked.ts': Buffer.concat([Buffer.from('\uFEFF'), breaches]),
    'returns.ts': breaches.toString('utf8').replaceAll('\n', '\r\n'),
    'empty.ts': '',
    'plain.ts': plain,
    'plain.tsx': plain,
    'plain.js': plain,
    'plain-marked.ts': `\uFEFF${plain}`,
    'plain-returns.ts': plain.replaceAll('\n', '\r\n'),
    'allowed.ts': plain.replaceAll('\n', ' // tackroom-allow bench-no-console: because\n'),
    'deep.ts': deep,
    'deep.jsx': deep,
    'deep-returns.ts': deep.replaceAll('\n', '\r\n'),
    'accents.ts': deep.replaceAll('x', 'é').replaceAll('a', 'ä'),
    'torn-root.ts': `}}}${deep}`,
    'made-up.ts': 'const a = return !b\nfetch(a)\n',
    'torn.ts': breaches.subarray(0, breaches.length / 3),
  };
  const named = ['new\nline.ts', '.hidden.ts', '-r.ts', 'sgconfig.tsx', 'a:b c.mts', 'é😀.jsx', 'x.cjs'].map(
    (name) => [name, breaches] as const,
  );
  const files = [
    ...sources.map((file, index) => [`src/${index}-${path.basename(file)}`, fs.readFileSync(file)] as const),
    ...[...Object.entries(odd), ...named].map(([name, text]) => [`odd/${name}`, text] as const),
  ];
  for (const [name, text] of files) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  fs.writeFileSync(path.join(root, 'sgconfig.yml'), 'ruleDirs: []\nlanguageGlobs:\n  python: ["*.ts"]\n');
  return files.map(([name]) => name);
}

function list(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
